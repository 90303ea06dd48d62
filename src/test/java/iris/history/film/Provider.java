package iris.history.film;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The feed of a service, as a function of time and of the polls before. */
final class Provider {
  private static final long PERIOD = 300;
  private static final int DEPTH = 40;

  private final int number;
  private final long seed;
  private long edition = Long.MIN_VALUE;
  private long polls;

  Provider(int number, long seed) {
    this.number = number;
    this.seed = seed;
  }

  String feed() {
    return "f" + number;
  }

  private int dice(long index, long salt, int sides) {
    return new SplittableRandom((index * 131 + number) * 31 + salt + seed).nextInt(sides);
  }

  Report answer(Instant now) {
    polls++;
    long here = Math.floorDiv(now.getEpochSecond() - 4, PERIOD);
    // For twenty minutes somebody pulled the plug; now and then a poll fails by itself.
    if (number == 2 && here / 4 % 11 == 3 || dice(polls, 5, 90) == 0)
      return new Report.Unreached(feed(), Reason.of("feed.timeout", 5));
    if (dice(polls, 6, 200) == 0) return new Report.Unreadable(feed(), Reason.of("rss.not-a-feed"), Contact.NOTHING_KNOWN);
    if (here == edition) return new Report.Unchanged(feed(), Contact.NOTHING_KNOWN);
    edition = here;
    return new Report.Published(feed(), bulletin(here), Contact.NOTHING_KNOWN, false);
  }

  private Bulletin bulletin(long here) {
    Instant built = at(here);
    List<Item> items = new ArrayList<>();
    List<Incident> incidents = new ArrayList<>();
    for (long index = here - 1; index >= here - DEPTH; index--) {
      incident(index, here, items, incidents);
      works(index, here, items);
      // One in forty is forgotten for a while, one in fifty for ever.
      if (dice(index, 1, 50) == 0 || dice(index, 2, 40) == 0 && here - index < 5) continue;
      items.add(window(index, here));
    }
    Channel channel = new Channel("Signalement", Optional.empty(), "", "fr", "iris", Optional.of(built), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("agent-" + number, "1.0", Duration.ofSeconds(PERIOD), Optional.of(built))));
    List<Service> services = List.of(new Service("s" + number, "Service " + number,
        List.of(new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national"))));
    return new Bulletin(channel, Dialect.IRIS, services, items, incidents, List.of());
  }

  private static Instant at(long index) {
    return Instant.ofEpochSecond(index * PERIOD);
  }

  private Verdict verdict(long index) {
    // The second service goes to and fro for an hour out of two.
    if (number == 1 && index / 12 % 2 == 1) return index % 3 == 0 ? Verdict.DOWN : Verdict.UP;
    // The last one only drifts.
    if (number == 4) return Verdict.UP;
    return switch (dice(index / 3, 3, 9)) {
      case 0 -> Verdict.DOWN;
      case 1 -> Verdict.DEGRADED;
      default -> Verdict.UP;
    };
  }

  private Item window(long index, long here) {
    Verdict verdict = verdict(index);
    // One in thirty is said otherwise ten minutes later.
    boolean revised = dice(index, 4, 30) == 0 && here - index > 2;
    if (revised) verdict = verdict == Verdict.UP ? Verdict.DOWN : Verdict.UP;
    long failed = verdict == Verdict.DOWN ? 900 : verdict == Verdict.DEGRADED ? 90 : index % 5;
    Window w = new Window("s" + number, at(index), at(index + 1), verdict, 1_000, failed, Map.of(Origin.EXTERNAL, failed),
        new Timing(512, 470, verdict == Verdict.DEGRADED ? 2_400 : 980, 2_900, 4_200),
        List.of(new Window.Response("ants", new Timing(350, 310, 720, 1_500, 3_900))), List.of());
    String guid = "urn:iris:s" + number + ":window:" + at(index);
    return new Item(guid, guid + (revised ? "|2" : "|1"), "Service " + number, "…",
        Optional.of(at(index + 1).plusSeconds(revised ? 700 : 4)), Optional.empty(), Optional.empty(), (int) (here - index), w);
  }

  /** Of a run of bad windows half are announced, and of those some are never closed. */
  private void incident(long index, long here, List<Item> items, List<Incident> incidents) {
    if (number == 1 || verdict(index) != Verdict.DOWN || verdict(index - 1) == Verdict.DOWN || dice(index, 7, 2) == 0) return;
    long end = index + 1;
    while (verdict(end) == Verdict.DOWN) end++;
    boolean over = end < here && dice(index, 8, 4) > 0;
    String id = "i" + number + "-" + index;
    Instant since = at(index).plusSeconds(40);
    items.add(step(id, 1, IncidentStep.State.OPEN, since, Optional.empty()));
    if (over) items.add(step(id, 2, IncidentStep.State.CLOSED, since, Optional.of(at(end))));
    incidents.add(new Incident(id, "s" + number, "Service " + number + " indisponible", Incident.Kind.OUTAGE, !over,
        Optional.of(Origin.EXTERNAL), Optional.of("ants"), Optional.of(since), over ? Optional.of(at(end)) : Optional.empty(),
        over ? 2 : 1, "iris.element", "délai dépassé"));
  }

  private Item step(String id, int sequence, IncidentStep.State state, Instant since, Optional<Instant> until) {
    return new Item("urn:iris:" + id + ":" + sequence, id + sequence, "Service " + number + " indisponible", "<p>…</p>",
        Optional.of(until.orElse(since).plusSeconds(30)), Optional.empty(), Optional.of(id), 1,
        new IncidentStep(id, "s" + number, sequence, state, Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"), since,
            until, "délai dépassé"));
  }

  /** Two works of one hour at the same time, announced an hour ahead. */
  private void works(long index, long here, List<Item> items) {
    if (number != 3 || index % 36 != 0) return;
    for (String which : List.of("a", "b")) {
      String id = "m" + index + which;
      items.add(new Item("urn:iris:" + id, id, "Travaux", "…", Optional.of(at(index)), Optional.empty(), Optional.empty(), 1,
          new Maintenance(id, "s" + number, Maintenance.State.PLANNED, at(index + 12), at(index + 24))));
    }
  }
}
