package iris.signal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why: a key and its arguments, translated only where a person reads it ({@code iris.words}). The key is the stable
 * name of the reason ({@code feed.timeout}, {@code act.shelve.too-long}); tests and journals hold the key.
 */
public record Reason(String key, List<String> args) {
  public Reason {
    Objects.requireNonNull(key);
    args = List.copyOf(args);
    if (key.isBlank()) throw new IllegalArgumentException("a reason needs a key");
  }

  public static Reason of(String key, @Nullable Object... args) {
    return new Reason(key, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }
}
