package iris.relay.icinga;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Execution times, in microseconds since 1970, strictly rising per service. Icinga drops a result whose execution began
 * before that of the one it has; whole seconds lose against a fraction of the same second.
 */
final class Pace {
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /** What the server is known to have of the service; empty where it must be asked first. */
  OptionalLong last(String service) {
    Long known = last.get(service);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** The time of what happened, or where the server has that or a later one already, the very next. */
  static long after(Instant at, long floor) {
    return Math.max(ChronoUnit.MICROS.between(Instant.EPOCH, at), floor + 1);
  }

  void sent(String service, long micros) {
    last.merge(service, micros, Math::max);
  }

  /** The server may have gone on by itself: it is asked anew. */
  void forget(String service) {
    last.remove(service);
  }
}
