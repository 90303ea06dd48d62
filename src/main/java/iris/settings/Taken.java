package iris.settings;

import iris.signal.Reason;

/** What a kind made of a written value: the value, or why it does not fit. */
public sealed interface Taken<T> {
  record Fits<T>(T value) implements Taken<T> {}

  record Unfit<T>(Reason why) implements Taken<T> {}

  static <T> Taken<T> fits(T value) {
    return new Fits<>(value);
  }

  static <T> Taken<T> unfit(String key, Object... args) {
    return new Unfit<>(Reason.of(key, args));
  }
}
