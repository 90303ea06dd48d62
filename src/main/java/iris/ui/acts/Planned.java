package iris.ui.acts;

import iris.signal.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** What was written of a maintenance, understood: the moments that it means, or what is still wrong with it. */
sealed interface Planned {
  /**
   * @param startDoubled the begin is a time that comes twice that night
   * @param endDoubled the end is one
   * @param notes what whoever sends it should know
   */
  record Ready(Instant from, Instant to, ZoneId zone, boolean startDoubled, boolean endDoubled, List<Reason> notes)
      implements Planned {
    public Ready {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(zone);
      notes = List.copyOf(notes);
    }
  }

  record Wrong(Reason why) implements Planned {}
}
