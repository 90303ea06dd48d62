package iris.agent.book;

import iris.agent.Evidence.Probed;
import iris.agent.SourceSpec;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Checks, by their results in a row. */
final class Checks {
  /** A result of a check of which the configuration says nothing is believed for so long. */
  private static final Duration BELIEVED = Duration.ofMinutes(5);
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  private Checks() {}

  static void hear(Draft d, Probed p) {
    Instant at = Times.earlier(p.at(), d.now);
    Memory.Check was = d.checks.get(p.source());
    boolean fine = p.well() && !p.degraded();
    int failures = p.well() ? 0 : 1 + (was == null ? 0 : was.failures());
    int troubled = fine ? 0 : 1 + (was == null ? 0 : was.troubled());
    int good = fine ? 1 + (was == null ? 0 : was.good()) : 0;
    d.checks.put(p.source(), new Memory.Check(p.source(), p.party(),
        failures, since(failures, at, was == null ? Optional.empty() : was.failingSince()),
        troubled, since(troubled, at, was == null ? Optional.empty() : was.troubledSince()),
        good, since(good, at, was == null ? Optional.empty() : was.goodSince()),
        at, fine ? owed(d, was, good) : Optional.of(p.why())));
  }

  /** What it said when it was bad, until it was good often enough. */
  private static Optional<Reason> owed(Draft d, Memory.Check was, int good) {
    return was == null || good >= d.served.suspicion().successes() ? Optional.empty() : was.why();
  }

  private static Optional<Instant> since(int row, Instant at, Optional<Instant> was) {
    return row == 0 ? Optional.empty() : row == 1 ? Optional.of(at) : was;
  }

  /** Until when its newest result says something: a check that came to rest says nothing well. */
  static Instant until(Draft d, Memory.Check c) {
    Duration three = d.served.sources().stream()
        .filter(s -> s.id().equals(c.source()) && s instanceof SourceSpec.Check)
        .map(s -> ((SourceSpec.Check) s).every().plus(((SourceSpec.Check) s).timeout()).multipliedBy(3))
        .findFirst().orElse(BELIEVED);
    return c.last().plus(three.compareTo(AT_LEAST) < 0 ? AT_LEAST : three);
  }

  static boolean fresh(Draft d, Memory.Check c) {
    return !d.now.isAfter(until(d, c));
  }

  /** Rows begin anew. @param open whether an incident waits for what is bad now to become good */
  static void forget(Draft d, boolean open) {
    int enough = d.served.suspicion().failures();
    d.checks.values().removeIf(c -> !open || c.why().isEmpty());
    d.checks.replaceAll((_, c) -> c.troubled() >= enough ? c : new Memory.Check(c.source(), c.party(), 0,
        Optional.empty(), 0, Optional.empty(), 0, Optional.empty(), c.last(), c.why()));
  }
}
