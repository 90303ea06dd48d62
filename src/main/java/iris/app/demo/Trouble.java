package iris.app.demo;

import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that goes wrong in the story, for a while.
 *
 * @param since the provider announces it a few seconds later; {@code until} exclusive
 * @param update when the provider says more, if ever
 * @param failing share of the transactions that fail meanwhile, 0 to 1
 * @param slower how many times longer the external party takes meanwhile, 1 or more
 * @param cause key of the words for the cause
 */
record Trouble(
    String service,
    String id,
    Severity severity,
    Origin origin,
    Instant since,
    Optional<Instant> update,
    Instant until,
    double failing,
    double slower,
    String cause) {

  /** Share of a window that lies in the trouble, 0 to 1. */
  double shareOf(Instant from, Instant to) {
    Instant start = since.isAfter(from) ? since : from;
    Instant end = until.isBefore(to) ? until : to;
    if (!start.isBefore(end)) return 0;
    return (double) Duration.between(start, end).toMillis() / Duration.between(from, to).toMillis();
  }
}
