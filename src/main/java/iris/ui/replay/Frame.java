package iris.ui.replay;

import iris.history.film.Cut;
import iris.history.film.Extent;
import iris.history.film.Marks;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the controls of a film show.
 *
 * @param at the instant that is shown
 * @param seeking it is on its way to another one
 * @param cut nothing was recorded at that instant
 * @param said what else is to be known: a doubt, a trouble, that there is no further event
 */
public record Frame(
    Playhead head, Instant at, boolean seeking, Optional<Cut> cut, Optional<Reason> said, Marks marks, Extent extent) {
  public Frame {
    Objects.requireNonNull(head);
    Objects.requireNonNull(at);
    Objects.requireNonNull(cut);
    Objects.requireNonNull(said);
    Objects.requireNonNull(marks);
    Objects.requireNonNull(extent);
  }
}
