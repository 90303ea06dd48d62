package iris.relay;

import iris.signal.Timing;
import iris.signal.Window;
import java.time.Instant;
import java.util.Objects;

/**
 * A statistic as it is passed on.
 *
 * @param from start, inclusive; {@code to} end, exclusive
 * @param total transactions, 0 or more; {@code failed} of them
 * @param transaction whole times in milliseconds, {@link Timing#ABSENT} where not said
 * @param response the worst external party's share of them
 */
public record Figures(Instant from, Instant to, long total, long failed, Timing transaction, Timing response) {
  public Figures {
    Objects.requireNonNull(transaction);
    Objects.requireNonNull(response);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a window ends after it starts");
    if (total < 0 || failed < 0 || failed > total) throw new IllegalArgumentException("failed are among all");
  }

  public static Figures of(Window w) {
    Timing response = w.responses().stream().map(Window.Response::timing)
        .max(java.util.Comparator.comparingLong(Timing::p95)).orElse(Timing.NONE);
    return new Figures(w.from(), w.to(), w.total(), w.failed(), w.transaction(), response);
  }

  /** Share of good transactions, 0 to 1; NaN without traffic, which proves nothing. */
  public double ratio() {
    return total == 0 ? Double.NaN : (double) (total - failed) / total;
  }
}
