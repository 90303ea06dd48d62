package iris.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One item of a document, whatever its dialect.
 *
 * @param guid its key (feed-profile.md, reading rule 4); the link or a hash of the text where the feed has none
 * @param revision guid + date + hash of the text: another revision of the same guid is kept beside the first
 * @param title as published, one line
 * @param text description or content as published, possibly markup: never shown unescaped
 * @param incident the id of the incident it belongs to
 * @param line line in the document, 1 or more; 0 where no document was read
 */
public record Item(
    String guid,
    String revision,
    String title,
    String text,
    Optional<Instant> published,
    Optional<Instant> updated,
    Optional<String> incident,
    int line,
    Body body) {
  public Item {
    Objects.requireNonNull(guid);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(title);
    Objects.requireNonNull(text);
    Objects.requireNonNull(published);
    Objects.requireNonNull(updated);
    Objects.requireNonNull(incident);
    Objects.requireNonNull(body);
  }
}
