package iris.history.years;

import iris.signal.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of one service in one stretch of time. A gap is a stretch that is not there: nothing is ever drawn
 * across it or counted for it.
 *
 * @param from inclusive, {@code to} exclusive
 * @param windows how many windows start in it, each in its last revision
 * @param plain outside of maintenance, {@code works} within: a contract counts the second or does not
 * @param failures failures by origin; origins without a failure are left out
 * @param transaction the whole transaction as the customer sees it
 * @param responses by party, its share of it
 * @param p95s how the windows' 95th percentiles of it are spread; of windows, not of transactions
 */
public record Stretch(
    Instant from,
    Instant to,
    int windows,
    Tally plain,
    Tally works,
    long total,
    long failed,
    Map<Origin, Long> failures,
    Times transaction,
    Map<String, Times> responses,
    Spread p95s) {
  public Stretch {
    Objects.requireNonNull(plain);
    Objects.requireNonNull(works);
    Objects.requireNonNull(transaction);
    Objects.requireNonNull(p95s);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a stretch ends after it starts: " + from + " " + to);
    if (total < 0 || failed < 0 || failed > total)
      throw new IllegalArgumentException("failed " + failed + " of " + total + " transactions");
    failures = Map.copyOf(failures);
    responses = Map.copyOf(responses);
  }

  /** Nothing is known of how the windows' percentiles are spread. */
  public Stretch(
      Instant from,
      Instant to,
      int windows,
      Tally plain,
      Tally works,
      long total,
      long failed,
      Map<Origin, Long> failures,
      Times transaction,
      Map<String, Times> responses) {
    this(from, to, windows, plain, works, total, failed, failures, transaction, responses, Spread.NONE);
  }
}
