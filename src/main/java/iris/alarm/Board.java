package iris.alarm;

import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is true now: an immutable value. Maps keep the order of the configuration, then of appearance: the wall never
 * re-flows.
 *
 * @param at when this board was made
 * @param silencedUntil the horn of this console is muted until then
 * @param health by part, of this console: sound, journal, clock, screen
 */
public record Board(
    Rules rules,
    Now at,
    Map<String, FeedState> feeds,
    Map<String, ServiceState> services,
    Map<AlarmKey, Alarm> alarms,
    Optional<Instant> silencedUntil,
    Map<String, Report.Health> health) {

  public Board {
    Objects.requireNonNull(rules);
    Objects.requireNonNull(at);
    feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    alarms = Collections.unmodifiableMap(new LinkedHashMap<>(alarms));
    Objects.requireNonNull(silencedUntil);
    health = Collections.unmodifiableMap(new LinkedHashMap<>(health));
  }

  /** A board that has heard nothing: every feed INIT, nothing green. */
  public static Board first(Rules rules, Now now) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** The whole decision: pure, total; throws on nothing that an input can hold. */
  public Outcome after(Input input, Now now) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** When, on the monotonic clock, the board must be asked again though nothing is heard; empty: never. */
  public Optional<Duration> wakeAt() {
    throw new UnsupportedOperationException("not built yet");
  }
}
