package iris.history;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.IncidentStep;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Documents of profile 1 as records, with everything in them that a record can hold. */
final class Fixtures {
  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private Fixtures() {}

  static List<Item> windows(int n) {
    return IntStream.range(0, n).mapToObj(i -> window(i, Verdict.UP)).toList();
  }

  static Item window(int index, Verdict state) {
    Instant from = START.plusSeconds(300L * index);
    long failed = state == Verdict.DOWN ? 900 : index % 5;
    Window w = new Window("siv", from, from.plusSeconds(300), state, 1000, failed, Map.of(Origin.EXTERNAL, failed),
        new Timing(512, 470, 980, 1900, 4200), List.of(new Window.Response("ants", new Timing(350, 310, 720, 1500, 3900))),
        List.of());
    return new Item("urn:iris:siv:window:" + from, "r" + index + state, "SIV " + index, "…",
        Optional.of(from.plusSeconds(304)), Optional.empty(), Optional.empty(), index + 10, w);
  }

  static Item outage() {
    Instant since = START.plusSeconds(40);
    return new Item("urn:iris:siv:incident:1:1", "i1", "SIV indisponible", "…", Optional.of(since), Optional.empty(),
        Optional.of("1"), 5, new IncidentStep("1", "siv", 1, IncidentStep.State.OPEN, iris.signal.Severity.OUTAGE,
            Origin.EXTERNAL, Optional.of("ants"), since, Optional.empty(), "délai dépassé"));
  }

  static Report.Published published(String source, List<Item> items) {
    Channel channel = new Channel("SIV", Optional.empty(), "", "fr", "iris", Optional.of(START), 5, Optional.empty(),
        Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("darva-siv-1", "1.0", Duration.ofMinutes(5), Optional.of(START))));
    List<Service> services = List.of(new Service("siv", "SIV", List.of(
        new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national"))));
    List<Incident> incidents = items.stream().filter(i -> i.body() instanceof IncidentStep)
        .map(i -> new Incident("1", "siv", i.title(), Incident.Kind.OUTAGE, true, Optional.of(Origin.EXTERNAL),
            Optional.of("ants"), i.published(), Optional.empty(), 1, "iris.element", i.title())).toList();
    return new Report.Published(source, new Bulletin(channel, Dialect.IRIS, services, items, incidents, List.of()),
        Contact.NOTHING_KNOWN, false);
  }
}
