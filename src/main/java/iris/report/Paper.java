package iris.report;

import iris.words.Lang;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A report in the words of one language: what stands on the screen, on paper and in the browser is this value.
 *
 * @param title what it is; {@code period} of which time
 * @param at when it was made
 */
public record Paper(String title, String period, Instant at, Lang lang, List<Block> blocks) {
  public Paper {
    Objects.requireNonNull(title);
    Objects.requireNonNull(period);
    Objects.requireNonNull(at);
    Objects.requireNonNull(lang);
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) throw new IllegalArgumentException("an empty report");
  }
}
