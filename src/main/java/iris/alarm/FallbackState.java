package iris.alarm;

import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the board knows of one fallback.
 *
 * @param last the newest attempt to switch it, however it ended
 * @param seen the newest answer of the status check
 */
public record FallbackState(Fallback now, Optional<Attempt> last, Optional<Seen> seen) {
  public static final FallbackState NEVER = new FallbackState(Fallback.OFF, Optional.empty(), Optional.empty());

  /**
   * One run of a plan.
   *
   * @param order when it was ordered, in milliseconds as the journal keeps it: its name among the reports
   * @param ticked lines of the checklist that were ticked
   * @param output last lines that the command or the server said
   */
  public record Attempt(
      boolean on, Instant order, String author, String reason, List<String> ticked, List<Step> steps, List<String> output) {
    private static final int STEPS = 20;

    public Attempt {
      Objects.requireNonNull(order);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      ticked = List.copyOf(ticked);
      steps = List.copyOf(steps);
      output = List.copyOf(output);
    }

    Attempt with(Step step, List<String> said) {
      List<Step> all = new ArrayList<>(steps);
      if (all.size() < STEPS) all.add(step);
      return new Attempt(on, order, author, reason, ticked, all, said.isEmpty() ? output : said);
    }

    /** It came to an end that somebody reported. */
    public boolean ended() {
      return !steps.isEmpty() && steps.getLast().stage().last();
    }
  }

  public record Step(Instant at, Report.Switching.Stage stage, Reason what) {
    public Step {
      Objects.requireNonNull(at);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(what);
    }
  }

  /**
   * @param times that it saw the same in a row, since the state last changed
   * @param amiss answers in a row that did not see it running, since then; empty in older journals
   */
  public record Seen(Instant at, FallbackSight sight, Reason why, int times, Optional<Integer> amiss) {
    public Seen {
      Objects.requireNonNull(at);
      Objects.requireNonNull(sight);
      Objects.requireNonNull(why);
      if (amiss == null) amiss = Optional.empty();
    }
  }

  public FallbackState {
    Objects.requireNonNull(now);
    Objects.requireNonNull(last);
    Objects.requireNonNull(seen);
  }

  /** In another state, in which the check has yet to be heard. */
  FallbackState in(Fallback to) {
    return new FallbackState(to, last, seen.map(s -> new Seen(s.at(), s.sight(), s.why(), 0, Optional.of(0))));
  }

  FallbackState trying(Attempt attempt) {
    return new FallbackState(now, Optional.of(attempt), seen);
  }

  FallbackState seeing(Instant at, FallbackSight sight, Reason why) {
    int times = seen.filter(s -> s.sight() == sight).map(s -> Math.min(s.times() + 1, 1000)).orElse(1);
    int amiss = sight == FallbackSight.RUNNING ? 0 : Math.min(seen.flatMap(Seen::amiss).orElse(0) + 1, 1000);
    return new FallbackState(now, last, Optional.of(new Seen(at, sight, why, times, Optional.of(amiss))));
  }
}
