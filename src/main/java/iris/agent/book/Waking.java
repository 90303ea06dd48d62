package iris.agent.book;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The one timer of a book. */
final class Waking {
  private Waking() {}

  static Optional<Instant> wakeAt(Book book) {
    Book.State s = book.state();
    if (s.at().isEmpty()) return Optional.empty();
    Instant now = s.at().get();
    Instant settles = s.settles().orElse(Instant.MIN);
    // A frame may be missing, after a clock stepped back; a book is woken once a window all the same.
    Instant turn = Times.window(now, book.period()).plus(book.period());
    Stream<Instant> windows = s.frames().stream().map(f -> Windows.closing(f, book.period(), settles));
    return Times.first(Stream.of(Stream.of(turn), windows, Works.times(s), Troubles.times(s), Detector.times(book))
        .flatMap(times -> times).filter(now::isBefore));
  }
}
