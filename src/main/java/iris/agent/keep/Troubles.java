package iris.agent.keep;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ails the agent as a whole, but for its store: mistakes of our own, and a clock that steps. */
final class Troubles {
  private static final System.Logger LOG = System.getLogger("iris.agent");
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofSeconds(2);

  private record Noted(Reason why, Instant at) {}

  private Optional<Noted> bug = Optional.empty();
  private Optional<Noted> step = Optional.empty();
  private Optional<Instant> wall = Optional.empty();
  private long mono;

  /** The input is lost, all others are not: never silently dead, and never silently wrong. */
  void bug(String at, Throwable cause, Instant now) {
    LOG.log(System.Logger.Level.ERROR, "a mistake of the agent at " + at, cause);
    bug = Optional.of(new Noted(Reason.of("agent.keep.bug", at, now, cause.toString()), now));
  }

  /** Compares what passed on the wall clock with what passed. @param nanos of a clock that never steps */
  void look(Instant now, long nanos) {
    if (wall.isPresent()) {
      Duration off = Duration.between(wall.get(), now).minusNanos(nanos - mono);
      // The books say it in the feed; here it is for whoever asks how the agent does.
      if (off.abs().compareTo(STEP) >= 0)
        step = Optional.of(new Noted(Reason.of(off.isNegative() ? "agent.keep.clock-back" : "agent.keep.clock-ahead",
            off.abs(), now), now));
    }
    wall = Optional.of(now);
    mono = nanos;
  }

  List<Reason> at(Instant now) {
    List<Reason> all = new ArrayList<>();
    for (Optional<Noted> noted : List.of(bug, step))
      noted.filter(n -> Duration.between(n.at(), now).abs().compareTo(REMEMBERED) < 0).ifPresent(n -> all.add(n.why()));
    return all;
  }
}
