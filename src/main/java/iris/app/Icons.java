package iris.app;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The program's icon. */
final class Icons {
  private Icons() {}

  /** Only the image has it as a file; the launcher says where. */
  static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("iris.home")).map(home -> Path.of(home, "lib", "iris.png"))
        .filter(Files::isReadable);
  }

  /** @param size pixels of a side, one of those that are drawn */
  static InputStream png(int size) {
    InputStream png = Icons.class.getResourceAsStream("icons/iris-" + size + ".png");
    return Objects.requireNonNull(png, "the program is damaged: no icon");
  }
}
