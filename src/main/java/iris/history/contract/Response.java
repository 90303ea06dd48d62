package iris.history.contract;

import iris.history.years.Latencies;
import iris.history.years.Times;
import iris.signal.Origin;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Transactions of a promised time and how long they took.
 *
 * @param failures by origin; origins without a failure are left out
 * @param whole mean and longest of the whole transaction; its quantiles say nothing here
 * @param parties by party, its share of it
 * @param apdex only where histograms tell, and the contract names a limit
 */
public record Response(long total, long failed, Map<Origin, Long> failures, Times whole, Map<String, Times> parties,
    Percentiles percentiles, Optional<Apdex> apdex) {
  public Response {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    Objects.requireNonNull(whole);
    parties = Collections.unmodifiableMap(new TreeMap<>(parties));
    Objects.requireNonNull(percentiles);
    Objects.requireNonNull(apdex);
  }

  /** @param pieces those that count; {@code all} their transactions, where every window with traffic has a histogram */
  static Response of(List<Piece> pieces, Optional<Latencies> all, Contract contract) {
    long total = 0;
    long failed = 0;
    EnumMap<Origin, Long> failures = new EnumMap<>(Origin.class);
    Times whole = Times.NONE;
    TreeMap<String, Times> parties = new TreeMap<>();
    for (Piece p : pieces) {
      total += p.stretch().total();
      failed += p.stretch().failed();
      p.stretch().failures().forEach((origin, n) -> failures.merge(origin, n, Long::sum));
      whole = plus(whole, p.stretch().transaction());
      p.stretch().responses().forEach((party, t) -> parties.merge(party, plus(Times.NONE, t), Response::plus));
    }
    Optional<Latencies> told = all.filter(l -> l.count() > 0);
    return new Response(total, failed, failures, whole, parties,
        told.map(Percentiles::of).orElseGet(() -> Percentiles.of(pieces, contract.limit())),
        told.flatMap(l -> contract.apdex().map(limit -> Apdex.of(l, limit))));
  }

  /** Means weigh by their counts; percentiles cannot be added. */
  static Times plus(Times a, Times b) {
    return new Times(a.counted() + b.counted(), a.sum() + b.sum(), Math.max(a.max(), b.max()), new Times.Quantiles.None());
  }
}
