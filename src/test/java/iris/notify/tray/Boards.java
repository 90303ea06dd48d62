package iris.notify.tray;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.signal.Contact;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Boards with one feed and a few services, as a test tells them. */
final class Boards {
  static final Instant START = Instant.parse("2026-11-22T14:12:00Z");
  static final Now NOW = new Now(START.plusSeconds(240), Duration.ofHours(5));

  private final Map<String, ServiceState> services = new LinkedHashMap<>();
  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();
  private Supervision supervision = Supervision.FRESH;
  private Optional<Instant> newest = Optional.of(START);

  Boards service(String name, Shown shown) {
    services.put(name, new ServiceState(name, "darva", new Service(name, name, List.of()), true, shown, START,
        new OriginVerdict(OriginVerdict.Fault.NORMAL, OriginVerdict.Confidence.HIGH, List.of()), new TreeMap<>(),
        List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    return this;
  }

  Boards alarm(Priority priority, Lifecycle state) {
    return alarm(priority, state, Optional.empty());
  }

  Boards shelved(Priority priority) {
    return alarm(priority, Lifecycle.UNACKED, Optional.of(
        new Suppression(Suppression.Kind.SHELVED, "ada", "works", START, Optional.of(START.plusSeconds(900)))));
  }

  private Boards alarm(Priority priority, Lifecycle state, Optional<Suppression> suppression) {
    AlarmKey key = new AlarmKey(AlarmKey.Kind.OUTAGE, "service " + alarms.size());
    alarms.put(key, new Alarm(key, state, 0, priority, Optional.of("e"), Optional.of(START), Optional.of(START),
        Optional.empty(), Optional.empty(), List.of(), suppression, false, 0, Reason.of("test.why")));
    return this;
  }

  Boards feed(Supervision as, Optional<Instant> newest) {
    supervision = as;
    this.newest = newest;
    return this;
  }

  Board board() {
    FeedState feed = new FeedState("darva", "DARVA", supervision, START, Optional.of(START), Optional.of(NOW.mono()),
        newest, Optional.of(Duration.ofMinutes(5)), 0, 0, Optional.empty(), Optional.empty(), Contact.NOTHING_KNOWN);
    return new Board(new Rules(List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofMinutes(1))),
        Map.of()), NOW, Map.of("darva", feed), services, alarms, Optional.empty(), Map.of());
  }
}
