package iris.relay.post;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: a second, doubled each time, five minutes at most, of which a random half is taken
 * off so that what failed together does not come back together.
 */
record Backoff(RandomGenerator random) {
  static final Duration MOST = Duration.ofMinutes(5);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int DOUBLINGS = 9;

  Backoff {
    Objects.requireNonNull(random);
  }

  /** @param tries that failed in a row, 1 or more; {@code asked} what the server asked for, obeyed up to the most */
  Duration after(int tries, Optional<Duration> asked) {
    Duration whole = min(FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS)), MOST);
    Duration own = Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + random.nextDouble() / 2)));
    return asked.map(a -> min(a, MOST)).filter(a -> a.compareTo(own) > 0).orElse(own);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
