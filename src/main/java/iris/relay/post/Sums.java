package iris.relay.post;

import iris.relay.Figures;
import iris.signal.Timing;
import java.util.List;
import java.util.function.ToLongFunction;

/** Several windows as one. Percentiles do not add up: they are absent, not guessed. */
final class Sums {
  private Sums() {}

  static Figures of(List<Figures> all) {
    return new Figures(all.stream().map(Figures::from).min(java.time.Instant::compareTo).orElseThrow(),
        all.stream().map(Figures::to).max(java.time.Instant::compareTo).orElseThrow(),
        all.stream().mapToLong(Figures::total).sum(), all.stream().mapToLong(Figures::failed).sum(),
        timing(all, Figures::transaction), timing(all, Figures::response));
  }

  private static Timing timing(List<Figures> all, java.util.function.Function<Figures, Timing> which) {
    long counted = sum(all, f -> which.apply(f).mean() == Timing.ABSENT ? 0 : f.total());
    double weighted = all.stream().filter(f -> which.apply(f).mean() != Timing.ABSENT)
        .mapToDouble(f -> (double) which.apply(f).mean() * f.total()).sum();
    long max = all.stream().mapToLong(f -> which.apply(f).max()).max().orElse(Timing.ABSENT);
    long mean = counted == 0 ? Timing.ABSENT : Math.round(weighted / counted);
    return new Timing(mean, Timing.ABSENT, Timing.ABSENT, Timing.ABSENT, max);
  }

  private static long sum(List<Figures> all, ToLongFunction<Figures> of) {
    return all.stream().mapToLong(of).sum();
  }
}
