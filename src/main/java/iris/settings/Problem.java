package iris.settings;

import iris.signal.Reason;
import java.util.List;
import java.util.Objects;

/**
 * Why a file cannot be taken.
 *
 * @param file as the user named it
 * @param line 1 or more; 0 where the whole file is meant
 * @param key dotted, {@code feeds.siv.url}; empty where no key is meant
 */
public record Problem(String file, int line, String key, Reason reason) {
  /** So much of what was written is shown; the list of all keys of a section is ours, and whole. */
  private static final int SHOWN = 1_500;

  public Problem {
    Objects.requireNonNull(file);
    key = shown(Objects.requireNonNull(key));
    List<String> args = reason.args();
    if (args.stream().anyMatch(a -> a.length() > SHOWN))
      reason = new Reason(reason.key(), args.stream().map(Problem::shown).toList());
    if (line < 0) throw new IllegalArgumentException("line " + line);
  }

  private static String shown(String written) {
    return written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written;
  }
}
