package iris.ui.charts.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the time of each pixel column was spent, 0 to 1: by state, and what nobody said anything about. */
public final class Shares {
  private final TimeScale x;
  private final Map<State, double[]> millis = new EnumMap<>(State.class);
  private final long since;
  private final long until;

  private Shares(TimeScale x, long since, long until) {
    this.x = x;
    this.since = since;
    this.until = until;
    for (State state : State.values()) millis.put(state, new double[x.width()]);
  }

  /** @param since what is before was not looked for, what is after {@code until} has not been yet: both are no gaps */
  public static Shares of(TimeScale x, List<Strand> strands, long since, long until) {
    Shares shares = new Shares(x, since, until);
    for (Strand strand : strands)
      for (int i = strand.after(x.from()); i < strand.size() && strand.from(i) < x.to(); i++) shares.put(strand, i);
    return shares;
  }

  private void put(Strand strand, int i) {
    long length = strand.to(i) - strand.from(i);
    int first = Math.max(0, x.first(strand.from(i)));
    for (int c = first; c < x.width() && x.at(c) < strand.to(i); c++) {
      double inside = Math.min(strand.to(i), x.at(c + 1.0)) - Math.max(strand.from(i), x.at(c));
      if (inside <= 0) continue;
      for (State state : State.values())
        Objects.requireNonNull(millis.get(state))[c] += strand.seconds(i, state) * 1000.0 * inside / length;
    }
  }

  public int width() {
    return x.width();
  }

  /** Part of the column that has been, and was looked for. */
  public double been(int c) {
    double inside = Math.min(until, x.at(c + 1.0)) - Math.max(since, x.at(c));
    return Math.clamp(inside / Math.max(1.0, x.at(c + 1.0) - x.at(c)), 0.0, 1.0);
  }

  public double of(State state, int c) {
    double whole = x.at(c + 1.0) - x.at(c);
    return whole <= 0 ? 0 : Math.min(1, Objects.requireNonNull(millis.get(state))[c] / whole);
  }

  /** Not measured, and it has been. */
  public double missing(int c) {
    double said = 0;
    for (State state : State.values()) said += of(state, c);
    double missing = been(c) - said;
    // Milliseconds that a column begins late are no gap.
    return missing < 1e-6 ? 0 : missing;
  }
}
