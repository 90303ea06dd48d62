package iris.history.years;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Windows that were read after what they are part of was over: who reported before them said other figures.
 *
 * @param windows that came, or of which a revision came
 * @param last when the last of them was read; empty: there was none
 */
public record Afterwards(int windows, Optional<Instant> last) {
  public static final Afterwards NOTHING = new Afterwards(0, Optional.empty());

  public Afterwards {
    Objects.requireNonNull(last);
    if (windows < 0 || windows > 0 != last.isPresent()) throw new IllegalArgumentException(windows + " " + last);
  }
}
