package iris.feed;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before an event stream is opened again. @param failures in a row, 0 after one that held */
record Backoff(int failures) {
  static final Backoff FRESH = new Backoff(0);
  /** A stream that lived so long was one; a shorter one is a server that takes connections and drops them. */
  static final Duration HELD = Duration.ofSeconds(30);
  /** Where the server says that there is no stream: looked at again, since somebody may mend it. */
  static final Duration LATER = Duration.ofMinutes(15);
  private static final Duration MOST = Duration.ofMinutes(2);

  Backoff after(Duration lived) {
    return lived.compareTo(HELD) >= 0 ? FRESH : new Backoff(Math.min(failures + 1, 10));
  }

  /**
   * A second, doubled with each failure, up to two minutes; half of it by chance, since a server that comes back has a
   * thousand consoles waiting.
   *
   * @param asked by the server, at least as long; it too is bounded
   */
  Duration pause(Optional<Duration> asked, double dice) {
    Duration doubled = least(Duration.ofSeconds(1L << failures));
    Duration jittered = Duration.ofMillis((long) (doubled.toMillis() * (0.5 + 0.5 * dice)));
    Duration wish = least(asked.orElse(Duration.ZERO));
    return wish.compareTo(jittered) > 0 ? wish : jittered;
  }

  private static Duration least(Duration d) {
    return d.compareTo(MOST) < 0 ? d : MOST;
  }
}
