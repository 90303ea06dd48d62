package iris.feed;

import java.nio.file.Path;
import java.util.Objects;

/** Where a secret is kept. It is read when it is needed and kept nowhere, so a changed one is taken up. */
public sealed interface Secret {
  /** Of {@code env:NAME} or {@code file:PATH}, the only two that the settings take. */
  static Secret at(String place) {
    return place.startsWith("file:") ? new FromFile(Path.of(place.substring("file:".length())))
        : new FromEnvironment(place.substring("env:".length()));
  }

  /** In an environment variable of the program. */
  record FromEnvironment(String variable) implements Secret {
    public FromEnvironment {
      if (variable.isBlank()) throw new Misconfigured("feed.config.variable");
    }
  }

  /** The only line of a file that nobody but its owner can read. */
  record FromFile(Path file) implements Secret {
    public FromFile {
      Objects.requireNonNull(file);
    }
  }
}
