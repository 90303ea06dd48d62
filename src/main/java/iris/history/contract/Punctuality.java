package iris.history.contract;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How soon the provider says what our windows see.
 *
 * @param cases by their begin
 * @param unmeasured what was promised and not measured: of that nobody knows what was not announced
 */
public record Punctuality(List<Case> cases, Duration unmeasured) {
  public Punctuality {
    cases = List.copyOf(cases);
    Objects.requireNonNull(unmeasured);
  }

  static Punctuality of(List<Case> cases, Span in, Duration unmeasured) {
    return new Punctuality(cases.stream().filter(c -> in.holds(c.begin())).toList(), unmeasured);
  }

  /** Median from our first sign to their first notice; less than nothing where they are mostly first. */
  public Optional<Duration> untilNotice() {
    return median(Case::untilNotice);
  }

  public Optional<Duration> untilRead() {
    return median(Case::untilRead);
  }

  /** Median from our first good window to their return. */
  public Optional<Duration> untilReturn() {
    return median(Case::untilReturn);
  }

  /** Of an even number the mean of the two in the middle. */
  private Optional<Duration> median(Function<Case, Optional<Duration>> figure) {
    List<Duration> all = cases.stream().flatMap(c -> figure.apply(c).stream()).sorted().toList();
    if (all.isEmpty()) return Optional.empty();
    return Optional.of(all.get((all.size() - 1) / 2).plus(all.get(all.size() / 2)).dividedBy(2));
  }

  public int neverAnnounced() {
    return count(Case::neverAnnounced);
  }

  public int withoutEffect() {
    return count(Case::withoutEffect);
  }

  public int recoveriesNeverAnnounced() {
    return count(Case::recoveryNeverAnnounced);
  }

  private int count(Predicate<Case> which) {
    return (int) cases.stream().filter(which).count();
  }
}
