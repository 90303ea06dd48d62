package iris.app;

import iris.signal.Reason;
import org.jspecify.annotations.Nullable;

/** The user's line cannot be followed; exit 2 with one sentence. */
final class Misuse extends Exception {
  private final transient Reason reason;

  Misuse(Reason reason) {
    super(reason.key());
    this.reason = reason;
  }

  Misuse(String key, @Nullable Object... args) {
    this(Reason.of(key, args));
  }

  Reason reason() {
    return reason;
  }
}
