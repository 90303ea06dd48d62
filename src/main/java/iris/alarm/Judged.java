package iris.alarm;

import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
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
  public Judged {
    Objects.requireNonNull(window);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(guid);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(published);
  }
}
