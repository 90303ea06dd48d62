package iris.settings;

import java.nio.file.Path;

/** Where a secret stands. The configuration names the place and never holds the secret. */
public sealed interface Secret {
  record Variable(String name) implements Secret {}

  /** A file that only its owner can read. */
  record InFile(Path path) implements Secret {}
}
