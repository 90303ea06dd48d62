package iris.rss.foreign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry as ROME read it, its dates as we read them.
 *
 * @param guid never empty: the link, or a hash of the texts, where the feed has none
 * @param title on one line
 * @param html the fuller of content and description, whole
 * @param published in Atom without {@code published}: its {@code updated}
 * @param odd dates that are no dates, as they stand
 * @param extras elements that no standard names, by local name, e.g. {@code maintenanceEndDate}, {@code status}
 * @param line of its start tag, 1 or more
 */
record Entry(
    String guid,
    String link,
    String title,
    String html,
    Optional<Instant> published,
    Optional<Instant> updated,
    List<String> odd,
    List<String> categories,
    Map<String, String> extras,
    int line) {

  /** When its author last spoke, as far as the entry says. */
  Optional<Instant> latest() {
    return updated.isPresent() ? updated : published;
  }
}
