package iris.ui.desk;

import java.time.Instant;
import java.util.Objects;

/** One event as a person reads it: a time and a sentence. */
public record EventLine(Instant at, String time, Mark mark, String sentence) {
  /** How the line stands out. */
  public enum Mark {
    RAISED,
    CLEARED,
    ACT,
    REFUSED,
    SIGHT,
    PLAIN
  }

  public EventLine {
    Objects.requireNonNull(at);
    Objects.requireNonNull(time);
    Objects.requireNonNull(mark);
    Objects.requireNonNull(sentence);
  }
}
