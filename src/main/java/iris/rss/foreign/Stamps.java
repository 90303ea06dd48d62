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
    if (stamps.isEmpty()) return clocked(entry, paragraphs, phase);
    List<Step> steps = new ArrayList<>();
    for (Optional<Instant> at : newestFirst(stamps, entry))
      steps.add(new Step(at, steps.isEmpty() ? phase : Phase.SAME, entry.title()));
    return steps;
  }

  /**
   * Behind a time of day only ("3:23pm PST We …") the updates can be counted; when the first and the last were, the
   * entry says, and on which day the others, nobody does.
   */
  private static List<Step> clocked(Entry entry, List<String> paragraphs, Phase phase) {
    long clocks = paragraphs.stream().filter(Stamps::beginsWithClock).count();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(entry.latest(), phase, entry.title()));
    for (long left = clocks - 1; left > 0; left--) {
      boolean oldest = left == 1 && !entry.published().equals(entry.latest());
      steps.add(new Step(oldest ? entry.published() : Optional.empty(), Phase.SAME, entry.title()));
    }
    return steps;
  }

  private static boolean beginsWithClock(String paragraph) {
    int colon = paragraph.indexOf(':');
    if (colon < 1 || colon > 2 || paragraph.length() < colon + 3) return false;
    String figures = paragraph.substring(0, colon) + paragraph.substring(colon + 1, colon + 3);
    return figures.chars().allMatch(c -> c >= '0' && c <= '9');
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
