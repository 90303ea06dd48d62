package iris.notify;

import iris.signal.Reason;
import java.util.Objects;
import java.util.function.Consumer;

/** The desktop's notifications: a copy that guarantees nothing. No method blocks, none throws. */
public interface Toasts extends AutoCloseable {
  /**
   * Shows it, in the place of the one with the same key.
   *
   * @param then told once what became of it, on a foreign thread and perhaps seconds later; never, if this closes first
   */
  void show(Toast toast, Consumer<Shown> then);

  /** What became of a toast. */
  record Shown(boolean shown, Reason why) {
    public Shown {
      Objects.requireNonNull(why);
    }
  }

  /** Takes back the toast with this key, if it is still there. */
  void withdraw(String key);

  /** Takes back all that would stay for ever, within a limit: nobody will be there to say that it is over. */
  @Override
  void close();
}
