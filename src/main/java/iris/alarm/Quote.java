package iris.alarm;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The very words of an item, as the feed published it.
 *
 * @param text its description, possibly markup, cut at {@link #LONGEST}: never shown unescaped
 * @param published when the feed says that it said so
 */
public record Quote(String guid, String title, String text, Optional<Instant> published) {
  /** Characters that are kept of a description: a journal is no archive of pages. */
  public static final int LONGEST = 2_000;

  public Quote {
    Objects.requireNonNull(guid);
    Objects.requireNonNull(title);
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Objects.requireNonNull(published);
  }
}
