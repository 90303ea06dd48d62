package iris.ui.gallery;

import static org.junit.jupiter.api.Assertions.fail;

import iris.ui.picture.Picture;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden pictures. A picture that differs is written to target/gallery with what differs in magenta; look at it, and if
 * it is how it should be, accept it: {@code mvn test -Dtest='*GalleryTest' -Diris.golden=accept}.
 */
public final class Golden {
  private static final Path GOLDEN = Path.of("src/test/resources/iris/ui/golden");
  private static final Path SEEN = Path.of("target/gallery");

  private Golden() {}

  /** Fails with the way out where {@code seen} is not the golden picture of this name. */
  public static void hold(String name, Picture seen) throws Exception {
    Path golden = GOLDEN.resolve(name + ".png");
    if ("accept".equals(System.getProperty("iris.golden"))) {
      Files.createDirectories(GOLDEN);
      // An equal picture is left alone: accepting one exhibit must not touch the others.
      if (!Files.exists(golden) || new Difference(Difference.read(golden), seen).matters()) seen.write(golden);
      return;
    }
    if (!Files.exists(golden)) fail(explain(name, seen, "there is no golden picture yet"));
    Difference difference = new Difference(Difference.read(golden), seen);
    if (!difference.matters()) return;
    difference.picture().write(Files.createDirectories(SEEN).resolve(name + ".diff.png"));
    fail(explain(name, seen, difference.toString()));
  }

  private static String explain(String name, Picture seen, String what) throws Exception {
    Path file = Files.createDirectories(SEEN).resolve(name + ".png");
    seen.write(file);
    return name + ": " + what + ". Look at " + file + " (and .diff.png); if it is as it should be, accept it with "
        + "mvn test -Dtest='*GalleryTest' -Diris.golden=accept";
  }
}
