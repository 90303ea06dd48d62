package iris.notify;

import iris.signal.Priority;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four sounds of IRIS, told apart with eyes shut; most urgent first. */
public enum Pattern {
  P1(Duration.ofSeconds(15)),
  P2(Duration.ofSeconds(60)),
  CHIME(null),
  RECOVERY(null);

  private final @Nullable Duration every;

  Pattern(@Nullable Duration every) {
    this.every = every;
  }

  /** How often it sounds until silenced or acknowledged; empty: once. */
  public Optional<Duration> every() {
    return Optional.ofNullable(every);
  }

  public static Pattern of(Priority priority) {
    return switch (priority) {
      case P1 -> P1;
      case P2 -> P2;
      case P3 -> CHIME;
    };
  }
}
