package iris.history;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A console without a screen, in a process of its own, in the middle of a storm: 25 services flip, an operator
 * acknowledges. It prints a line for each thing that a real console would show as told or acknowledged, and only when the
 * journal has it. It is there to be killed.
 */
final class Storm {
  private static final int SERVICES = 25;
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  /** Written byte by byte to the pipe: a buffer would be lost with the process and hide what was shown. */
  private final PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final Random random;
  private final Keeper keeper;
  private Board board;
  private Now now;
  private boolean ready;

  private Storm(Journal journal, Board board, Now now, long seed) {
    this.board = board;
    this.now = now;
    random = new Random(seed);
    keeper = new Keeper(journal, this::shown, report -> out.println("FAULT " + report));
  }

  public static void main(String[] args) {
    Opening.Writable opened = (Opening.Writable) Profile.open(Path.of(args[0]), START);
    Optional<Board> before = opened.restored().board();
    Now now = new Now(before.map(b -> b.at().wall().plusSeconds(60)).orElse(START), Duration.ofHours(1));
    Board first = before.orElseGet(() -> Board.first(rules(), now));
    Storm storm = new Storm(opened.journal(), first, now, Long.parseLong(args[1]));
    if (before.isPresent()) storm.step(new Input.Restarted(before.get().at().wall()));
    storm.run();
  }

  private static Rules rules() {
    return new Rules(IntStream.range(0, SERVICES)
        .mapToObj(i -> new Rules.FeedRules("f" + i, "F" + i, Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of());
  }

  private void run() {
    if (board.services().values().stream().anyMatch(s -> s.shown() == Shown.UP)) out.println("GREEN at start");
    while (true) {
      for (int feed = 0; feed < SERVICES; feed++) step(new Input.Heard(document(feed)));
      for (Alarm alarm : List.copyOf(board.alarms().values()))
        if (alarm.state() == Lifecycle.UNACKED && random.nextInt(3) == 0)
          step(new Input.Did(new Act.Acknowledge(alarm.key(), "nuit", "vu")));
      for (int tick = 0; tick < 10; tick++) {
        now = now.plus(Duration.ofSeconds(10));
        step(new Input.Tick());
      }
    }
  }

  private void step(Input input) {
    Entry entry = new Entry(now, input, board.after(input, now));
    board = entry.outcome().board();
    keeper.keep(entry);
  }

  private void shown(List<Entry> entries) {
    if (!ready) out.println("READY");
    ready = true;
    for (Entry entry : entries) {
      for (Transition t : entry.outcome().transitions()) {
        if (t instanceof Transition.Told told && !told.announcement().suppressed())
          out.println("TOLD " + told.announcement().episode() + " " + told.announcement().call());
        if (t instanceof Transition.Acted acted) out.println("ACKED " + ((Act.Acknowledge) acted.act()).alarm() + " " + acted.at());
      }
    }
  }

  /** The last windows of one feed at this instant: the same for every process, as a real feed would be. */
  private Report document(int feed) {
    long newest = Math.floorDiv(now.wall().getEpochSecond() - 4, 300) - 1;
    List<Item> items = new ArrayList<>();
    for (long index = newest - 3; index <= newest; index++) items.add(window("s" + feed, feed, index));
    Channel channel = new Channel("F" + feed, Optional.empty(), "", "fr", "iris", Optional.of(now.wall()), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.empty())));
    return new Report.Published("f" + feed, new Bulletin(channel, Dialect.IRIS,
        List.of(new Service("s" + feed, "S" + feed, List.of())), items, List.of(), List.of()), Contact.NOTHING_KNOWN, false);
  }

  private static Item window(String service, int feed, long index) {
    // Not Random: its first numbers of neighbouring seeds are alike, and the storm was a calm.
    boolean down = new SplittableRandom(index / 3 * 31 + feed).nextInt(4) == 0;
    Instant from = Instant.ofEpochSecond(index * 300);
    Window w = new Window(service, from, from.plusSeconds(300), down ? Verdict.DOWN : Verdict.UP, 100, down ? 90 : 0,
        Map.of(), Timing.NONE, List.of(), List.of());
    return new Item("urn:iris:" + service + ":window:" + from, service + index, service, "", Optional.of(from.plusSeconds(304)),
        Optional.empty(), Optional.empty(), 1, w);
  }
}
