package iris.notify.toast;

import iris.notify.Toast;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * One way to a desktop. Called by one thread at a time; may block, throw and hang: {@link Desktop} bounds it.
 */
interface Notifier extends AutoCloseable {
  String name();

  /** How long an attempt may take until the next notifier is tried. */
  default Duration limit() {
    return Duration.ofSeconds(4);
  }

  /** Why it cannot work here, found out without showing anything; empty: it probably can. */
  Optional<Reason> missing();

  /** Shows it in the place of the one with the same key; empty when the desktop took it. */
  Optional<Reason> show(Toast toast);

  /** Takes back what it showed under this key; nothing where it cannot. */
  void withdraw(String key);

  @Override
  default void close() {}
}
