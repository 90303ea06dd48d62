package iris.agent.keep;

import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.book.Book;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one commit keeps, whole or not at all.
 *
 * @param alive when: the last moment at which the agent is known to have run
 * @param books that changed, with what the store has of them
 * @param marks that moved
 * @param said what is published with it, oldest first, not yet numbered
 * @param answers to announcements, by their numbers in the inbox
 */
record Batch(
    Instant alive, List<Changed> books, Map<Place, Mark> marks, List<Published> said, Map<Long, Answer> answers) {

  /** @param kept as it was committed last, null if never: a tally that is the same object there is not written again */
  record Changed(Book book, @Nullable Book kept) {
    Changed {
      Objects.requireNonNull(book);
    }
  }

  /** A source of a service. */
  record Place(String service, String source) {}

  Batch {
    Objects.requireNonNull(alive);
    books = List.copyOf(books);
    marks = Map.copyOf(marks);
    said = List.copyOf(said);
    answers = Map.copyOf(answers);
  }
}
