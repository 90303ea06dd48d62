package iris.history.drift;

import iris.history.years.Stretch;
import iris.history.years.Times;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Service;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is usual of a service in one hour: the middle of up to eight past weeks at the same hour of the same weekday, its
 * neighbours with it. Of each week the median, and of those the median: a holiday, an outage or a bad week is one voice
 * among them. What was down, unknown or under maintenance has none. Pure.
 */
public final class Usual {
  /** Weeks that are looked back. */
  public static final int WEEKS = 8;

  /** Makes the median distance comparable with a standard deviation of figures that are spread normally. */
  private static final double SIGMA = 1.4826;

  private Usual() {}

  /** @param weeks windows of each week that is known, in any order; what is out of place in them is left out */
  public static Norm of(String key, Service service, Hour hour, List<List<Stretch>> weeks) {
    Map<Measure, Norm.Usual> usual = new EnumMap<>(Measure.class);
    int most = 0;
    for (Measure m : Measure.values()) {
      List<double[]> spoken = weeks.stream().map(week -> values(week, m, service)).filter(v -> v.length > 0).toList();
      most = Math.max(most, spoken.size());
      if (spoken.size() >= Norm.FEWEST) usual.put(m, of(spoken));
    }
    return new Norm(key, hour.from(), hour.to(), hour.day(), hour.local().getHour(), most, usual);
  }

  private static Norm.Usual of(List<double[]> weeks) {
    double middle = median(weeks.stream().mapToDouble(Usual::median).toArray());
    double[] distances = weeks.stream().flatMapToDouble(Arrays::stream).map(v -> Math.abs(v - middle)).toArray();
    return new Norm.Usual(middle, SIGMA * median(distances));
  }

  private static double[] values(List<Stretch> week, Measure m, Service service) {
    return week.stream().filter(Usual::counts).map(s -> value(s, m, service)).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).toArray();
  }

  private static boolean counts(Stretch s) {
    return s.works().said() == 0 && s.plain().down() == 0 && s.plain().known() > 0;
  }

  /** The same figure that {@link Measure#of} takes of a window. */
  private static OptionalDouble value(Stretch s, Measure m, Service service) {
    return switch (m) {
      case TRANSACTION -> s.transaction().mean();
      case TRANSACTION_P95 -> p95(s.transaction());
      case RESPONSE -> slowest(s, service, Measure.RESPONSE);
      case RESPONSE_P95 -> slowest(s, service, Measure.RESPONSE_P95);
      case FAILURES -> s.total() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) s.failed() / s.total());
      case TRAFFIC -> OptionalDouble.of(s.total() * 60_000.0
          / Math.max(1, java.time.Duration.between(s.from(), s.to()).toMillis()));
    };
  }

  private static OptionalDouble slowest(Stretch s, Service service, Measure m) {
    return s.responses().entrySet().stream().filter(r -> service.external(r.getKey())).map(Map.Entry::getValue)
        .map(t -> m == Measure.RESPONSE ? t.mean() : p95(t)).filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble).max();
  }

  private static OptionalDouble p95(Times t) {
    long ms = switch (t.quantiles()) {
      case Times.Quantiles.Said q -> q.p95();
      case Times.Quantiles.Merged q -> q.p95();
      // The worst of several windows is not what one of them usually is.
      case Times.Quantiles.Worst _, Times.Quantiles.None _ -> -1;
    };
    return ms < 0 ? OptionalDouble.empty() : OptionalDouble.of(ms);
  }

  /** The middle one, or the mean of both; of at least one. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
