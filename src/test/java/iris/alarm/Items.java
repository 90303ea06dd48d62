package iris.alarm;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items and documents as a feed would publish them. */
final class Items {
  private Items() {}

  static Item window(String service, Instant from, Verdict state, long total, long failed, Instant published, String mark) {
    Window w = new Window(service, from, from.plus(Scene.PERIOD), state, total, failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), new Timing(500, 470, 900, 1500, 3000), List.of(), List.of());
    String guid = "urn:iris:" + service + ":window:" + from;
    return new Item(guid, guid + "|" + published + "|" + state + total + failed + mark, service, "", Optional.of(published),
        Optional.empty(), Optional.empty(), 1, w);
  }

  static Incident incident(String service, String id, Incident.Kind kind, Instant opened) {
    return new Incident(id, service, service + " " + id, kind, true, Optional.of(Origin.EXTERNAL), Optional.empty(),
        Optional.of(opened), Optional.empty(), 1, "iris.element", "délai dépassé");
  }

  static Incident closed(Incident i, Instant at) {
    return new Incident(i.id(), i.service(), i.title(), i.kind(), false, i.origin(), i.party(), i.opened(), Optional.of(at),
        i.updates() + 1, i.rule(), i.sentence());
  }

  static Bulletin bulletin(Dialect dialect, Instant built, List<String> services, List<Item> items, List<Incident> incidents) {
    Optional<Channel.Agent> agent = dialect == Dialect.IRIS
        ? Optional.of(new Channel.Agent("agent", "1.0", Duration.ofMinutes(5), Optional.empty())) : Optional.empty();
    Channel channel = new Channel("Signalement", Optional.empty(), "", "fr", "", Optional.of(built), 0, Optional.empty(),
        Optional.empty(), Optional.empty(), agent);
    return new Bulletin(channel, dialect, services.stream().map(s -> new Service(s, s.toUpperCase(java.util.Locale.ROOT),
        List.of())).toList(), items, incidents, List.of());
  }
}
