package iris.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way to one server. Used by one thread at a time for one signal, and by several at once for different signals only
 * where {@link #parallel()} says more than 1. It keeps no queue, repeats nothing and knows no other courier.
 */
public interface Courier extends AutoCloseable {
  /** What this server can make something of; the rest is never put in its queue. */
  boolean takes(Message.Sort sort);

  /**
   * Brings one message, within the time-out of the target.
   *
   * @throws InterruptedException when the relay ends: the message stays in the queue
   */
  Delivery deliver(Message message) throws InterruptedException;

  /** All signals that exist, before the first delivery and whenever that changes: for servers that make their items. */
  default Delivery introduce(List<Signal> all) throws InterruptedException {
    return Delivery.done();
  }

  /**
   * What the server now holds of a signal.
   *
   * @return empty where it offers no way to ask
   */
  default Optional<Seen> seen(Signal signal) throws InterruptedException {
    return Optional.empty();
  }

  /** Where the backlogs of all targets can be seen, this one's too; any thread, any time. Told once, before all else. */
  default void watch(Supplier<List<Backlog>> backlogs) {}

  /** How many signals may be on their way at once; 1 at least. */
  default int parallel() {
    return 1;
  }

  /** The least time between two messages of one signal, for a server that does not keep the order of close ones. */
  default Duration gap() {
    return Duration.ZERO;
  }

  /** Says good-bye where the wire has a word for it, and frees what it holds; quick. */
  @Override
  void close();
}
