package iris.rss.foreign;

import iris.signal.Incident.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one entry says of one incident.
 *
 * @param key the incident's id: entries with one key are updates of one incident
 * @param title without what its dialect adds to it, for comparing
 * @param normal a mere "all is well" of a service: an incident only beside an update that says otherwise
 * @param steps in document order, at least one
 * @param rule which rule decided
 * @param sentence newest words
 * @param began the beginning, where the entry states it; {@code ended} likewise
 */
record Said(
    Entry entry,
    String key,
    String title,
    Kind kind,
    boolean normal,
    List<Step> steps,
    String rule,
    String sentence,
    Optional<Instant> began,
    Optional<Instant> ended) {
  Said {
    steps = List.copyOf(steps);
  }

  Said(Entry entry, String key, String title, Kind kind, boolean normal, List<Step> steps, String rule,
      String sentence) {
    this(entry, key, title, kind, normal, steps, rule, sentence, Optional.empty(), Optional.empty());
  }

  Said stated(Optional<Instant> beginning, Optional<Instant> end) {
    return new Said(entry, key, title, kind, normal, steps, rule, sentence, beginning, end);
  }
}
