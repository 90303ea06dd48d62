package iris.history.years;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long transactions took, counted one by one: what histograms hold, and what alone makes percentiles that can be
 * merged.
 *
 * @param counts transactions by time, ms
 */
public record Latencies(SortedMap<Long, Long> counts) {
  public static final Latencies NONE = new Latencies(new TreeMap<>());

  public Latencies {
    Objects.requireNonNull(counts);
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    if (counts.values().stream().anyMatch(n -> n < 0)) throw new IllegalArgumentException("less than no transaction");
  }

  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The time that this share of transactions keeps, ms: 0.95 for the 95th percentile. */
  public OptionalLong quantile(double share) {
    long all = count();
    long left = Math.max(1, (long) Math.ceil(share * all - 1e-9));
    for (Map.Entry<Long, Long> e : counts.entrySet()) {
      left -= e.getValue();
      if (left <= 0) return OptionalLong.of(e.getKey());
    }
    return OptionalLong.empty();
  }

  /** Transactions that took no longer. */
  public long within(long millis) {
    return counts.headMap(millis + 1).values().stream().mapToLong(Long::longValue).sum();
  }

  public Latencies plus(Latencies other) {
    TreeMap<Long, Long> sum = new TreeMap<>(counts);
    other.counts.forEach((millis, n) -> sum.merge(millis, n, Long::sum));
    return new Latencies(sum);
  }
}
