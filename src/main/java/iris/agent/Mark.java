package iris.agent;

import java.util.Objects;

/** Where a source goes on after a restart, in its own words (for a log: file identity, offset, fingerprint). */
public record Mark(String words) {
  public Mark {
    Objects.requireNonNull(words);
  }
}
