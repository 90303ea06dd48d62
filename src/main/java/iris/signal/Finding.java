package iris.signal;

import java.util.Objects;

/** Something odd in a document, with its place. {@code line} is 0 where the oddness has no line. */
public record Finding(Level level, int line, Reason reason) {
  /** Wire words: the name in lower case. An error means that something was not read. */
  public enum Level {
    ERROR,
    WARNING,
    INFO
  }

  public Finding {
    Objects.requireNonNull(level);
    Objects.requireNonNull(reason);
    if (line < 0) throw new IllegalArgumentException("line " + line);
  }
}
