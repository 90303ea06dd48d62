package installer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What an image must be able to do before it is packed: say its version, read a feed, draw a wall, use its start cache. */
record Trial(Path launcher, String version, Shell shell) {
  private static final Path FEED = Path.of("installer/trial.xml").toAbsolutePath();

  void pass(Path scratch) throws Exception {
    String said = shell.must(Shell.line(launcher, "--version")).strip();
    if (!said.equals("IRIS " + version))
      throw new IllegalStateException("the pom says " + version + ", the image says " + said + ": build the image anew");
    String check = shell.must(Shell.line(launcher, "check", FEED, "--format", "nagios", "--lang", "en"));
    if (!check.startsWith("IRIS OK")) throw new IllegalStateException("the feed of the trial is well, and check says " + check);
    Path picture = scratch.resolve("trial.png");
    shell.must(Shell.line(launcher, "snapshot", "--source", FEED, "--out", picture, "--size", "1280x720"));
    var wall = ImageIO.read(picture.toFile());
    if (wall.getWidth() != 1280 || wall.getHeight() != 720) throw new IllegalStateException(picture + " has another size");
    if (Arrays.stream(wall.getRGB(0, 0, 1280, 720, null, 0, 1280)).distinct().count() < 50)
      throw new IllegalStateException(picture + " is empty");
    cache();
  }

  /** With "on" Java refuses to start when it cannot use the cache, instead of going on slowly. */
  private void cache() throws Exception {
    if (!Files.exists(launcher.resolveSibling("../lib/iris.aot").normalize())) {
      System.out.println("  without a start cache: none was made in the build");
      return;
    }
    shell.with("IRIS_JAVA_OPTIONS", "-XX:AOTMode=on").must(Shell.line(launcher, "--version"));
  }
}
