package iris.whole;

import iris.rss.profile.Items;
import iris.rss.profile.ProfileWriter;
import iris.signal.Body;
import iris.signal.Channel;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A provider of one service, as a function of time: the same document for everybody who asks at the same moment. */
final class Provider {
  static final Duration PERIOD = Duration.ofMinutes(5);
  private static final ProfileWriter WRITER = new ProfileWriter(ZoneId.of("Europe/Paris"));

  private final int number;
  private final String id;

  Provider(int number) {
    this.number = number;
    id = "service-" + number;
  }

  String id() {
    return id;
  }

  /** Which publication stands at this moment: they appear 4 s after the end of their window. */
  static long edition(Instant now) {
    return Math.floorDiv(now.getEpochSecond() - 4, PERIOD.toSeconds());
  }

  /** The document of an edition, newest first, {@code depth} windows and every incident that touches them. */
  byte[] document(long edition, int depth) {
    Instant at = Instant.ofEpochSecond(edition * PERIOD.toSeconds() + 4);
    List<Item> items = new ArrayList<>();
    for (long index = edition - 1; index >= edition - depth; index--) {
      items.addAll(words(index, edition));
      items.add(item("window:" + from(index), from(index + 1).plusSeconds(4), window(index)));
    }
    Channel channel = new Channel("Signalement " + id, Optional.empty(), "Statistiques", "fr", "iris", Optional.of(at), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("agent-" + number, "1.0", PERIOD, Optional.empty())));
    Service service = new Service(id, "Service " + number, List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
        new Party("ants", Party.Role.EXTERNAL, "SIV national")));
    return WRITER.write(channel, List.of(service), items);
  }

  private static Instant from(long index) {
    return Instant.ofEpochSecond(index * PERIOD.toSeconds());
  }

  private static Item item(String guid, Instant published, Body body) {
    return Items.of("urn:iris:" + guid, "titre", "texte", published, body);
  }

  /** Every service is down for three windows about every four hours, and its provider says so half of the time. */
  private boolean down(long index) {
    return new SplittableRandom(index / 3 * 1_000 + number).nextInt(16) == 0;
  }

  private boolean announced(long index) {
    return new SplittableRandom(index / 3 * 7_000 + number).nextInt(2) == 0;
  }

  private List<Item> words(long index, long edition) {
    List<Item> words = new ArrayList<>();
    if (!down(index) || !announced(index) || down(index - 1)) return words;
    String incident = id + "-" + index;
    words.add(item(id + ":incident:" + incident + ":1", from(index).plusSeconds(40),
        step(incident, 1, IncidentStep.State.OPEN, index, Optional.empty())));
    long end = index + 1;
    while (down(end) && end < edition) end++;
    if (end < edition) words.add(item(id + ":incident:" + incident + ":2", from(end).plusSeconds(60),
        step(incident, 2, IncidentStep.State.CLOSED, index, Optional.of(from(end)))));
    return words;
  }

  private IncidentStep step(String incident, int sequence, IncidentStep.State state, long index, Optional<Instant> until) {
    return new IncidentStep(incident, id, sequence, state, Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"),
        from(index).plusSeconds(20), until, "délai dépassé");
  }

  private Window window(long index) {
    long failed = down(index) ? 900 : index % 5;
    return new Window(id, from(index), from(index + 1), down(index) ? Verdict.DOWN : Verdict.UP, 1_000, failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), new Timing(512, 470, 980, 1_900, 4_200),
        List.of(new Window.Response("ants", new Timing(350, 310, 720, 1_500, 3_900))), List.of());
  }
}
