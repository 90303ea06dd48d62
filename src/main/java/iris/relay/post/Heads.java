package iris.relay.post;

import iris.alarm.Now;
import iris.relay.Signal;
import iris.signal.Reason;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The letters of one target that go next. Guarded by its {@link Post}. */
final class Heads {
  private final String target;
  private final Outbox outbox;
  private final Supplier<Now> clock;
  /** Letters that arrived and that the disk did not let go of: not sent again for that. */
  private final Map<String, Long> struck = new HashMap<>();

  Heads(String target, Outbox outbox, Supplier<Now> clock) {
    this.target = target;
    this.outbox = outbox;
    this.clock = clock;
  }

  Optional<Letter> of(Signal signal) throws SQLException {
    Optional<Letter> head = readable(signal);
    if (head.isEmpty() || struck.getOrDefault(signal.id(), -1L) != head.get().n()) return head;
    outbox.done(head.get());
    struck.remove(signal.id());
    return readable(signal);
  }

  void struck(Letter letter) {
    struck.put(letter.message().signal().id(), letter.n());
  }

  private Optional<Letter> readable(Signal signal) throws SQLException {
    while (true) {
      try {
        return outbox.head(target, signal.id());
      } catch (RuntimeException unreadable) {
        System.getLogger(Post.class.getName())
            .log(System.Logger.Level.ERROR, "a letter for " + target + " cannot be read", unreadable);
        Reason why = Reason.of("relay.post.bug", unreadable.toString());
        outbox.burn(target, signal.id(), why, clock.get().wall());
      }
    }
  }
}
