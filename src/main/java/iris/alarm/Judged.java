package iris.alarm;

import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A window and what was made of it.
 *
 * @param verdict ours: the feed's own word and the limits of the service, the worse of the two
 * @param late arrived so late that history was corrected without an alarm
 * @param published pubDate of the item that carried it
 */
public record Judged(Window window, Verdict verdict, boolean late, String guid, String revision, Optional<Instant> published) {
  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.DOWN, Verdict.DEGRADED, Verdict.UNKNOWN, Verdict.MAINTENANCE, Verdict.UP);

  /**
   * Of two items for one window the first counts: newest publication; of two as new the worse; then by words, so that
   * the order of items never matters.
   */
  public static final Comparator<Judged> BEST = Comparator
      .comparing((Judged j) -> j.published().orElse(Instant.MIN)).reversed()
      .thenComparing(j -> WORST_FIRST.indexOf(j.verdict())).thenComparing(Judged::revision);

  public Judged {
    Objects.requireNonNull(window);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(guid);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(published);
  }
}
