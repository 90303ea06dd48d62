package iris.ui.story;

import java.util.Objects;
import java.util.Optional;

/**
 * One line of the story as a person reads it.
 *
 * @param key the same for the same line, however its words change
 * @param time when it happened; {@code known} when it was known here, where that differs
 * @param word what kind of line it is
 * @param quote more of it, as somebody else wrote it
 */
record StoryLine(String key, Mark mark, String time, Optional<String> known, String word, String sentence,
    Optional<String> quote) {
  StoryLine {
    Objects.requireNonNull(key);
    Objects.requireNonNull(mark);
    Objects.requireNonNull(time);
    Objects.requireNonNull(known);
    Objects.requireNonNull(word);
    Objects.requireNonNull(sentence);
    Objects.requireNonNull(quote);
  }

  /** All of it in one breath, for who cannot see it. */
  String spoken() {
    return time + known.map(k -> ", " + k).orElse("") + ", " + word + ". " + sentence + quote.map(q -> " " + q).orElse("");
  }
}
