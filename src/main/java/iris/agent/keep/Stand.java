package iris.agent.keep;

import iris.agent.book.Book;
import iris.signal.Service;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service as the engine has it: its book now, and as the store has it. Of the engine's thread. */
final class Stand {
  private Book book;
  private @Nullable Book kept;
  private Optional<Instant> wakeAt;

  /** @param kept null for a book that the store does not have */
  Stand(Book book, @Nullable Book kept) {
    this.book = book;
    this.kept = kept;
    wakeAt = book.wakeAt();
  }

  Service service() {
    return book.served().service();
  }

  Book book() {
    return book;
  }

  void turn(Book next) {
    book = next;
    wakeAt = next.wakeAt();
  }

  boolean due(Instant now) {
    return wakeAt.filter(at -> !at.isAfter(now)).isPresent();
  }

  Optional<Instant> wakeAt() {
    return wakeAt;
  }

  boolean dirty() {
    return book != kept;
  }

  Batch.Changed changed() {
    return new Batch.Changed(book, kept);
  }

  /** After a mistake of ours: time wakes it no earlier, or it would be made again and again. */
  void rest(Instant until) {
    wakeAt = Optional.of(until);
  }

  /** The store has the book as it is now. */
  void committed() {
    kept = book;
  }
}
