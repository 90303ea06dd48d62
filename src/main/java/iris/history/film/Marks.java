package iris.history.film;

import iris.history.Tape;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a time line shows from {@code from} to {@code to}.
 *
 * @param episodes alarms that stood in this time, by their begin; the first {@link #MOST}
 * @param busy begins of the parts in which something happened
 * @param cuts where there is no film
 */
public record Marks(Instant from, Instant to, List<Episode> episodes, List<Instant> busy, List<Cut> cuts) {
  /** More lines than that are one bar. */
  static final int MOST = 2_000;

  public Marks {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    episodes = List.copyOf(episodes);
    busy = List.copyOf(busy);
    cuts = List.copyOf(cuts);
  }

  static Marks of(Tape tape, Extent extent, Instant from, Instant to, int parts) throws Unreadable {
    Duration step = Duration.between(from, to).dividedBy(Math.max(1, parts));
    return new Marks(from, to, tape.episodes(from, to, MOST), tape.busy(from, to, step, Stop.EVENT.kinds()),
        extent.cuts(from, to));
  }
}
