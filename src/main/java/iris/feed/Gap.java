package iris.feed;

import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What lies between what we have and what a document begins with.
 *
 * @param since end of the newest window that we have, or as far back as the wall looks
 * @param until start of the oldest window of the document
 */
record Gap(Instant since, Instant until) {
  /** As far back as the wall shows: what is older is read by nobody at a glance, and archives may go back for years. */
  static final Duration WALL = Duration.ofHours(24);

  /** @param known end of the newest window that we had before the document */
  static Optional<Gap> of(Optional<Instant> known, Bulletin current) {
    if (current.dialect() != Dialect.IRIS || current.channel().previous().isEmpty()) return Optional.empty();
    Optional<Instant> oldest = oldest(current);
    Optional<Instant> newest = newest(current);
    if (oldest.isEmpty() || newest.isEmpty()) return Optional.empty();
    Instant wall = newest.get().minus(WALL);
    Instant since = known.filter(k -> k.isAfter(wall)).orElse(wall);
    return oldest.get().isAfter(since) ? Optional.of(new Gap(since, oldest.get())) : Optional.empty();
  }

  /** Whether nothing is missing any more when this document is read too. */
  boolean filledBy(Bulletin archive) {
    return oldest(archive).filter(from -> !from.isAfter(since)).isPresent();
  }

  private static Optional<Instant> oldest(Bulletin b) {
    return b.windows().map(Window::from).min(Comparator.naturalOrder());
  }

  static Optional<Instant> newest(Bulletin b) {
    return b.windows().map(Window::to).max(Comparator.naturalOrder());
  }
}
