package iris.agent.book;

import iris.agent.Evidence.Condition;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sources that are not well: a reader of the figures must know that a log is gone. */
final class Troubles {
  /** A source that comes and goes is not told of at every turn. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private Troubles() {}

  static void hear(Draft d, Condition c) {
    Memory.Trouble was = d.troubles.get(c.source());
    boolean known = was == null ? c.well() : was.well() == c.well();
    if (known) return;
    boolean owed = c.well() && was != null && was.told();
    Optional<Instant> said = was == null ? Optional.empty() : was.said();
    if (owed) {
      d.notice(Reason.of("agent.book.source.well", c.source()), c.why());
      said = Optional.of(d.now);
    }
    d.troubles.put(c.source(), new Memory.Trouble(c.source(), c.well(), c.well(), said, c.why()));
  }

  /** Tells of what is not well, unless it was told of a moment ago. */
  static void pass(Draft d) {
    for (Memory.Trouble t : List.copyOf(d.troubles.values())) {
      if (t.told() || !t.said().map(s -> !d.now.isBefore(s.plus(QUIET))).orElse(true)) continue;
      d.notice(Reason.of("agent.book.source.lost", t.source()), t.why());
      d.troubles.put(t.source(), new Memory.Trouble(t.source(), t.well(), true, Optional.of(d.now), t.why()));
    }
  }

  static Stream<Instant> times(Book.State s) {
    return s.troubles().stream().filter(t -> !t.told()).flatMap(t -> t.said().stream()).map(at -> at.plus(QUIET));
  }
}
