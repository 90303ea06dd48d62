package iris.agent.book;

import iris.signal.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a stimulus.
 *
 * @param book as it is now
 * @param said what is to be published, in this order
 * @param refused why what a person told is not done; then nothing of it is in {@code book}. What time brought with it
 *     (a window that ended) is there nevertheless, and in {@code said}
 */
public record Turn(Book book, List<Utterance> said, Optional<Reason> refused) {
  public Turn {
    Objects.requireNonNull(book);
    said = List.copyOf(said);
    Objects.requireNonNull(refused);
  }
}
