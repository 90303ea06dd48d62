package iris.settings.edit;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param before what must still stand there; empty: there must be no such file
 * @param after what will stand there; empty: the file goes
 * @param secret only its owner may read it
 */
public record Change(Path file, Optional<String> before, Optional<String> after, boolean secret) {
  public Change {
    Objects.requireNonNull(file);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  Change back() {
    return new Change(file, /* before= */ after, /* after= */ before, secret);
  }

  /** Texts stay out of logs: one of them may be a secret. */
  @Override
  public String toString() {
    return "Change[" + file + (secret ? ", secret" : "") + "]";
  }
}
