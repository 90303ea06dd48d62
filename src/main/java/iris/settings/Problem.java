package iris.settings;

import iris.signal.Reason;
import java.util.Objects;

/**
 * Why a file cannot be taken.
 *
 * @param file as the user named it
 * @param line 1 or more; 0 where the whole file is meant
 * @param key dotted, {@code feeds.siv.url}; empty where no key is meant
 */
public record Problem(String file, int line, String key, Reason reason) {
  public Problem {
    Objects.requireNonNull(file);
    Objects.requireNonNull(key);
    Objects.requireNonNull(reason);
    if (line < 0) throw new IllegalArgumentException("line " + line);
  }
}
