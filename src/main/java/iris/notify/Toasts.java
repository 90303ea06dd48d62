package iris.notify;

/** The desktop's notifications: a copy that guarantees nothing. No method blocks, none throws. */
public interface Toasts extends AutoCloseable {
  /** Shows it, in the place of the one with the same key. */
  void show(Toast toast);

  /** Takes back the toast with this key, if it is still there. */
  void withdraw(String key);

  /** Takes back all that would stay for ever, within a limit: nobody will be there to say that it is over. */
  @Override
  void close();
}
