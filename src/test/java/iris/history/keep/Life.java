package iris.history.keep;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.history.Entry;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The life of a console with two services, one of them with histograms: outages, incidents, acts with words that are
 * awkward in a file, windows that come late or are revised. The same in every run.
 */
final class Life {
  static final Instant START = Instant.parse("2026-11-21T22:10:00Z");
  static final String AWKWARD = "=HYPERLINK(\"http://x\",\"vu\");\r\n'deux' — été \u2028 🙂";
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");

  private final List<Entry> entries = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private Now now = new Now(START, Duration.ofHours(1));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
  private int index;

  /** A profile that lived for so many windows; closed as a console closes it. */
  static Board in(Path folder, int windows) throws Exception {
    Life life = new Life();
    try (Journal journal = open(folder)) {
      life.live(windows);
      for (int i = 0; i < life.entries.size(); i += 20)
        journal.write(life.entries.subList(i, Math.min(i + 20, life.entries.size())));
    }
    return life.board;
  }

  static Journal open(Path folder) {
    return ((Opening.Writable) Profile.open(folder, START)).journal();
  }

  /** What happens from here on, to be written by whoever asks. */
  List<Entry> live(int windows) {
    entries.clear();
    for (int i = 0; i < windows; i++) window();
    return List.copyOf(entries);
  }

  private void window() {
    Instant from = START.plusSeconds(300L * index);
    boolean late = index % 17 == 5;
    if (!late) add(from, index % 40 == 10 || index % 40 == 11, "a");
    // One comes with the next, one is told again with other figures.
    if (index % 17 == 6) add(from.minusSeconds(300), false, "a");
    if (index % 23 == 7) add(from.minusSeconds(600), true, "b");
    now = new Now(from.plusSeconds(304), Duration.ofHours(1).plusSeconds(300L * index));
    step(new Input.Heard(published()));
    if (index % 40 == 12) step(new Input.Did(new Act.Acknowledge(OUTAGE, "Léa", AWKWARD)));
    if (index % 40 == 13) step(new Input.Did(new Act.Comment(OUTAGE, "-Léa", "'appelé'")));
    if (index % 60 == 20)
      step(new Input.Did(
          new Act.Maintain("b", "Léa", "travaux; \"b\"", from.plusSeconds(600), from.plusSeconds(2400))));
    if (index % 60 == 30) step(new Input.Did(new Act.OutOfService("b", true, "Léa", "+1", Optional.empty())));
    if (index % 60 == 50) step(new Input.Did(new Act.OutOfService("b", false, "Léa", "@fin", Optional.empty())));
    if (index % 60 == 40) step(new Input.Did(new Act.Unshelve(OUTAGE, "Léa")));
    step(new Input.Tick());
    index++;
  }

  private void step(Input input) {
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
    now = now.plus(Duration.ofSeconds(10));
  }

  private void add(Instant from, boolean down, String revision) {
    items.removeIf(i -> i.guid().endsWith("siv:window:" + from) && !revision.equals("b"));
    for (String service : List.of("siv", "b")) {
      if (revision.equals("b") && service.equals("b")) continue;
      items.removeIf(i -> i.guid().equals("urn:iris:" + service + ":window:" + from));
      items.add(new Item("urn:iris:" + service + ":window:" + from, revision + from, AWKWARD, "…",
          Optional.of(from.plusSeconds(revision.equals("b") ? 700 : 303)), Optional.empty(), Optional.empty(), 3,
          statistic(service, from, down)));
    }
    while (items.size() > 24) items.removeFirst();
  }

  private Window statistic(String service, Instant from, boolean down) {
    long total = service.equals("b") && index % 9 == 0 ? 0 : 500 + index % 37;
    long failed = down ? total - total / 8 : total == 0 ? 0 : index % 4;
    boolean siv = service.equals("siv");
    Timing times =
        total == 0 ? Timing.NONE : new Timing(410 + index % 13, 390, 900 + index % 71, siv ? 1700 : -1, 4100);
    List<Window.Response> responses = total == 0 ? List.of()
        : List.of(new Window.Response("ants", new Timing(300, -1, 700 + index % 7, -1, -1)));
    Map<Origin, Long> failures =
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed - failed / 3, Origin.NETWORK, failed / 3);
    List<Window.Histogram> histograms = siv
        ? List.of(new Window.Histogram("transactionTime", "", "hdrhistogram-v2-deflate-base64", histogram(total)))
        : List.of();
    return new Window(service, from, from.plusSeconds(300), down ? Verdict.DOWN : Verdict.UP, total, failed, failures,
        times, responses, histograms);
  }

  private String histogram(long total) {
    Histogram h = new Histogram(3);
    for (int i = 0; i < total; i++) h.recordValue(50 + (i * 7919L + index * 31L) % 2000);
    ByteBuffer buffer = ByteBuffer.allocate(h.getNeededByteBufferCapacity());
    int length = h.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private Report published() {
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "iris", Optional.of(now.wall()), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.empty())));
    int step = index % 40;
    boolean open = step >= 11 && step < 14;
    Instant opened = START.plusSeconds(300L * (index - step + 10));
    List<Incident> incidents = step < 11 || step > 15 ? List.of() : List.of(new Incident("i" + index / 40, "siv",
        AWKWARD, Incident.Kind.OUTAGE, open, Optional.of(Origin.EXTERNAL), Optional.of("ants"), Optional.of(opened),
        open ? Optional.empty() : Optional.of(opened.plusSeconds(900)), open ? 1 : 2, "iris.element", "panne"));
    return new Report.Published("siv", new Bulletin(channel, Dialect.IRIS,
        List.of(new Service("siv", "SIV", List.of()), new Service("b", "B", List.of())), List.copyOf(items), incidents,
        List.of()), Contact.NOTHING_KNOWN, false);
  }
}
