package iris.fallback;

import java.util.Objects;

/** What stands in a header or in an environment: as it is written, or kept elsewhere and read when it is needed. */
public sealed interface Value {
  record Plain(String text) implements Value {
    public Plain {
      Objects.requireNonNull(text);
    }
  }

  /** {@code env:NAME} or {@code file:PATH}. */
  record Hidden(String place) implements Value {
    public Hidden {
      if (place.isBlank()) throw new IllegalArgumentException("a secret is kept somewhere");
    }
  }
}
