package iris.history.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * When what could explain that nothing was measured, stood; of two at once the one that is named first here.
 *
 * @param stopped this console did not run; {@code lost} the feed was lost; {@code silent} seen and silent about the
 *     service; {@code aside} out of service
 */
public record Causes(Spans stopped, Spans lost, Spans silent, Spans aside) {
  public static final Causes NONE = new Causes(Spans.NONE, Spans.NONE, Spans.NONE, Spans.NONE);

  public Causes {
    Objects.requireNonNull(stopped);
    Objects.requireNonNull(lost);
    Objects.requireNonNull(silent);
    Objects.requireNonNull(aside);
  }

  /** The seconds of this unmeasured time by cause. */
  public Map<Cause, Long> split(Spans unmeasured) {
    Map<Cause, Long> by = new EnumMap<>(Cause.class);
    Spans left = take(by, Cause.STOPPED, unmeasured, stopped);
    left = take(by, Cause.LOST, left, lost);
    left = take(by, Cause.SILENT, left, silent);
    left = take(by, Cause.ASIDE, left, aside);
    if (!left.isEmpty()) by.put(Cause.MISSING, left.seconds());
    return by;
  }

  private static Spans take(Map<Cause, Long> by, Cause cause, Spans from, Spans what) {
    Spans taken = from.and(what);
    if (!taken.isEmpty()) by.put(cause, taken.seconds());
    return from.less(what);
  }
}
