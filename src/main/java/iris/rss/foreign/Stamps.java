package iris.rss.foreign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Updates folded into one body, each paragraph behind its time in brackets: "[Mar 05, 2026 23:06 UTC] We …". */
final class Stamps {
  private Stamps() {}

  /** The updates newest first, the newest with the phase that was decided; one update where no times stand. */
  static List<Step> steps(Entry entry, List<String> paragraphs, Phase phase) {
    List<String> stamps = new ArrayList<>();
    for (String paragraph : paragraphs) {
      int close = paragraph.startsWith("[") ? paragraph.indexOf(']') : -1;
      if (close > 0 && BlockTime.looksLikeOne(paragraph.substring(1, close))) stamps.add(paragraph.substring(1, close));
    }
    if (stamps.isEmpty()) return List.of(new Step(entry.latest(), phase, entry.title()));
    List<Step> steps = new ArrayList<>();
    for (Optional<Instant> at : newestFirst(stamps, entry))
      steps.add(new Step(at, steps.isEmpty() ? phase : Phase.SAME, entry.title()));
    return steps;
  }

  /** Some write the newest first, some last: the order in which the times fall says which. */
  private static List<Optional<Instant>> newestFirst(List<String> stamps, Entry entry) {
    List<Optional<Instant>> times = BlockTime.resolve(stamps, entry.latest(), Optional.empty());
    Optional<Instant> first = times.getFirst();
    if (first.isEmpty() || times.getLast().filter(first.get()::isBefore).isEmpty()) return times;
    List<String> turned = new ArrayList<>(stamps);
    Collections.reverse(turned);
    return BlockTime.resolve(turned, entry.latest(), Optional.empty());
  }
}
