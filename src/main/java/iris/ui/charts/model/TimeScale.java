package iris.ui.charts.model;

import java.time.Instant;

/** Which pixel a moment falls on; moments in epoch milliseconds, pixels from 0 (inclusive) to {@code width}. */
public record TimeScale(long from, long to, int width) {
  public TimeScale {
    if (from >= to || width < 1) throw new IllegalArgumentException("from " + from + " to " + to + " in " + width + " px");
  }

  public static TimeScale of(View view, int width) {
    return new TimeScale(view.from().toEpochMilli(), view.to().toEpochMilli(), width);
  }

  public double x(long at) {
    return (double) (at - from) * width / (to - from);
  }

  public double x(Instant at) {
    return x(at.toEpochMilli());
  }

  public long at(double x) {
    return from + Math.round(x * (to - from) / width);
  }

  /** Milliseconds in one pixel. */
  public double step() {
    return (double) (to - from) / width;
  }

  /** The column that a stretch begins in, which may lie outside. Asked a million times a picture: no clamp of doubles. */
  int first(long start) {
    return Math.max(-1, Math.min(width, (int) Math.floor(x(start))));
  }

  /** The column after its last: it has one at least, and none that the next stretch begins in. */
  int after(long start, long end) {
    int last = Math.min(width, (int) Math.floor(x(end)));
    return Math.min(width, Math.max(first(start) + 1, last));
  }
}
