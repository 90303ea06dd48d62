package iris.ui.charts.model;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.signal.Origin;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stretches in the order of time, as columns of numbers: a year of windows is a hundred thousand of them, and is gone
 * through for each picture.
 */
public final class Strand {
  private final long[] from;
  private final long[] to;
  private final int[] windows;
  private final double[] total;
  private final double[] failed;
  private final Map<Origin, double[]> failures = new EnumMap<>(Origin.class);
  private final Map<State, long[]> seconds = new EnumMap<>(State.class);
  private final double[] good;
  private final Curve transaction;
  private final SortedMap<String, Curve> responses = new TreeMap<>();

  private Strand(int size) {
    from = new long[size];
    to = new long[size];
    windows = new int[size];
    total = new double[size];
    failed = new double[size];
    good = new double[size];
    for (Origin origin : Origin.values()) failures.put(origin, new double[size]);
    for (State state : State.values()) seconds.put(state, new long[size]);
    transaction = new Curve(size);
  }

  /** @param stretches in order of time */
  public static Strand of(List<Stretch> stretches) {
    Strand strand = new Strand(stretches.size());
    for (int i = 0; i < stretches.size(); i++) strand.put(i, stretches.get(i));
    return strand;
  }

  private void put(int at, Stretch s) {
    from[at] = s.from().toEpochMilli();
    to[at] = s.to().toEpochMilli();
    windows[at] = s.windows();
    total[at] = s.total();
    failed[at] = s.failed();
    good[at] = s.plain().good();
    s.failures().forEach((origin, n) -> Objects.requireNonNull(failures.get(origin))[at] = n);
    Tally plain = s.plain();
    Objects.requireNonNull(seconds.get(State.UP))[at] = plain.up();
    Objects.requireNonNull(seconds.get(State.DEGRADED))[at] = plain.degraded();
    Objects.requireNonNull(seconds.get(State.DOWN))[at] = plain.down();
    Objects.requireNonNull(seconds.get(State.UNKNOWN))[at] = plain.unknown();
    Objects.requireNonNull(seconds.get(State.WORKS))[at] = s.works().said();
    transaction.put(at, s.transaction());
    s.responses().forEach((party, times) -> responses.computeIfAbsent(party, _ -> new Curve(from.length)).put(at, times));
  }

  public int size() {
    return from.length;
  }

  /** Epoch milliseconds, inclusive. */
  public long from(int at) {
    return from[at];
  }

  /** Epoch milliseconds, exclusive. */
  public long to(int at) {
    return to[at];
  }

  public int windows(int at) {
    return windows[at];
  }

  /** The first stretch that ends after this moment; {@link #size} where none does. */
  public int after(long moment) {
    int low = 0;
    int high = to.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (to[middle] > moment) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  public Curve transaction() {
    return transaction;
  }

  /** By party, in the order of their names. */
  public SortedMap<String, Curve> responses() {
    return responses;
  }

  public double total(int at) {
    return total[at];
  }

  public double failed(int at) {
    return failed[at];
  }

  public double failed(int at, Origin origin) {
    return Objects.requireNonNull(failures.get(origin))[at];
  }

  public long seconds(int at, State state) {
    return Objects.requireNonNull(seconds.get(state))[at];
  }

  /** Seconds known outside of maintenance, each times its success ratio. */
  public double good(int at) {
    return good[at];
  }

  /** Seconds of the stretch about which something was said. */
  public long said(int at) {
    long said = 0;
    for (State state : State.values()) said += Objects.requireNonNull(seconds.get(state))[at];
    return said;
  }

  double[] totals() {
    return total;
  }
}
