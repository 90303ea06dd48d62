package iris.app;

import iris.alarm.AlarmKey;
import iris.rss.profile.Items;
import iris.rss.profile.ProfileWriter;
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

/**
 * Services whose fate of each day is known beforehand, as a function of day and service, and the documents that their
 * providers publish: what a console made of a month can be held against it. Windows are counted from 1970.
 */
final class Town {
  static final Duration PERIOD = Duration.ofMinutes(5);
  static final long DAY = 288;
  /** Each day the console is closed at this window, and comes back {@link #AWAY} later. */
  static final long CLOSED = 100;
  static final long AWAY = 2;
  private static final int DEPTH = 14;
  private static final int REVISED = 15;
  private static final ProfileWriter WRITER = new ProfileWriter(ZoneId.of("Europe/Paris"));

  /** What a day holds for a service. */
  enum Kind {
    CALM(null),
    OUTAGE(AlarmKey.Kind.OUTAGE),
    DEGRADED(AlarmKey.Kind.DEGRADED),
    /** Down for a window, up for two, three times. */
    FLAPPING(AlarmKey.Kind.OUTAGE),
    /** Nobody answers. */
    UNREACHED(AlarmKey.Kind.SUPERVISION_LOST);

    /** What rings; null where nothing does. */
    final AlarmKey.Kind rings;

    Kind(AlarmKey.Kind rings) {
      this.rings = rings;
    }
  }

  /** @param from first window of it, {@code to} the one after its last; {@code announced} the provider says so in words */
  record Fate(int service, Kind kind, long from, long to, boolean announced) {
    boolean at(long window) {
      return from <= window && window < to;
    }
  }

  private Town() {}

  static String id(int service) {
    return "service-" + service;
  }

  static Instant start(long window) {
    return Instant.ofEpochSecond(window * PERIOD.toSeconds());
  }

  static Fate fate(int service, long day) {
    SplittableRandom dice = new SplittableRandom(day * 1_009 + service * 7_919L);
    int roll = dice.nextInt(100);
    Kind kind = roll < 35 ? Kind.OUTAGE : roll < 50 ? Kind.DEGRADED : roll < 57 ? Kind.FLAPPING
        : roll < 62 ? Kind.UNREACHED : Kind.CALM;
    long length = switch (kind) {
      case CALM -> 0;
      case OUTAGE -> 1 + dice.nextInt(24);
      case DEGRADED -> 3 + dice.nextInt(10);
      case FLAPPING -> 9;
      case UNREACHED -> 5 + dice.nextInt(3);
    };
    long slot = 24 + dice.nextInt(200);
    boolean meets = slot < CLOSED + AWAY + 3 && slot + length > CLOSED - 3;
    // An outage goes on while the console is away; what has to be counted window by window does not begin or end there.
    boolean around = slot < CLOSED - 3 && slot + length > CLOSED + AWAY + 3;
    if (meets && !(kind == Kind.OUTAGE && around)) slot = CLOSED + AWAY + 6;
    long from = day * DAY + slot;
    return new Fate(service, kind, from, from + length, kind == Kind.OUTAGE && dice.nextBoolean());
  }

  private static Fate fateAt(int service, long window) {
    return fate(service, Math.floorDiv(window, DAY));
  }

  /** Nobody answers who asks during this window. */
  static boolean unreached(int service, long window) {
    Fate fate = fateAt(service, window);
    return fate.kind() == Kind.UNREACHED && fate.at(window);
  }

  /** One publication later this window is published once more, with other figures. */
  static boolean revised(int service, long window) {
    return verdict(service, window) == Verdict.UP && Math.floorMod(window * 31 + service * 17L, REVISED) == 0;
  }

  private static Verdict verdict(int service, long window) {
    Fate fate = fateAt(service, window);
    if (!fate.at(window)) return Verdict.UP;
    return switch (fate.kind()) {
      case CALM, UNREACHED -> Verdict.UP;
      case OUTAGE -> Verdict.DOWN;
      case DEGRADED -> Verdict.DEGRADED;
      case FLAPPING -> (window - fate.from()) % 3 == 0 ? Verdict.DOWN : Verdict.UP;
    };
  }

  /** What stands there four seconds after the window before {@code edition} ended. */
  static byte[] document(int service, long edition) {
    List<Item> items = new ArrayList<>();
    for (long window = edition - 1; window >= edition - DEPTH; window--) {
      boolean again = revised(service, window) && edition >= window + 2;
      items.add(item("window:" + start(window), start(window + 1).plusSeconds(again ? 304 : 4), window(service, window, again)));
    }
    items.addAll(words(service, edition));
    Channel channel = new Channel("Signalement " + id(service), Optional.empty(), "Statistiques", "fr", "iris",
        Optional.of(start(edition).plusSeconds(4)), 5, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("agent-" + service, "1.0", PERIOD, Optional.empty())));
    Service said = new Service(id(service), "Service " + service, List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"),
        new Party("ants", Party.Role.EXTERNAL, "SIV national")));
    return WRITER.write(channel, List.of(said), items);
  }

  private static Item item(String guid, Instant published, iris.signal.Body body) {
    return Items.of("urn:iris:" + guid, "titre", "texte", published, body);
  }

  private static Window window(int service, long window, boolean again) {
    Verdict verdict = verdict(service, window);
    long failed = switch (verdict) {
      case DOWN -> 900;
      case DEGRADED -> 100;
      default -> window % 5 + (again ? 1 : 0);
    };
    return new Window(id(service), start(window), start(window + 1), verdict, 1_000, failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), new Timing(512, 470, 980, 1_900, 4_200),
        List.of(new Window.Response("ants", new Timing(350, 310, 720, 1_500, 3_900))), List.of());
  }

  /** An open incident stands there as long as it is open, and its end a while longer. */
  private static List<Item> words(int service, long edition) {
    Fate fate = fateAt(service, edition - 1);
    if (!fate.announced() || fate.from() >= edition || fate.to() + DEPTH < edition) return List.of();
    String incident = id(service) + "-" + fate.from();
    List<Item> words = new ArrayList<>();
    words.add(item(incident + ":1", start(fate.from()).plusSeconds(40), step(fate, incident, 1, IncidentStep.State.OPEN)));
    if (fate.to() < edition)
      words.add(item(incident + ":2", start(fate.to()).plusSeconds(60), step(fate, incident, 2, IncidentStep.State.CLOSED)));
    return words;
  }

  private static IncidentStep step(Fate fate, String incident, int sequence, IncidentStep.State state) {
    return new IncidentStep(incident, id(fate.service()), sequence, state, Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"),
        start(fate.from()), state == IncidentStep.State.CLOSED ? Optional.of(start(fate.to())) : Optional.empty(), "délai dépassé");
  }
}
