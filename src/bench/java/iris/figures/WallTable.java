package iris.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory and processor of fifty live tiles: IRIS as a wall, a page of a browser in kiosk mode, and a window of JavaFX
 * with nothing in it. One after the other on the same screen; what the X server does for them is in none of the figures.
 */
final class WallTable {
  private static final int SETTLE = 25;

  private final Image image;
  private final Display display;
  private final Path folder;
  private final int seconds;

  WallTable(Image image, Display display, Path folder, int seconds) {
    this.image = image;
    this.display = display;
    this.folder = folder;
    this.seconds = seconds;
  }

  String run() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder(Resting.head("50 tiles, %d s each".formatted(seconds)));
    try (Run run = Run.start(display, folder, List.of(), image.bare(true))) {
      table.append(Resting.of(run, SETTLE, seconds).row("bare window of JavaFX"));
    }
    table.append(iris("IRIS, 50 feeds, nothing changes", 1, false, List.of()));
    table.append(iris("IRIS, 50 feeds, the pulses counted", 1, false, List.of("-Djavafx.pulseLogger=true", "-Djavafx.pulseLogger.threshold=-1")));
    table.append(iris("IRIS, one feed, each tile changes once a second", Feeds.SERVICES, true, List.of()));
    table.append(iris("IRIS, 50 feeds, each tile changes once a second", 1, true, List.of()));
    table.append(page("Chromium, nothing changes", 60));
    table.append(page("Chromium, each tile changes once a second", 1));
    return table.toString();
  }

  private String iris(String name, int each, boolean hurry, List<String> options) throws IOException, InterruptedException {
    try (Feeds feeds = new Feeds(each)) {
      Path home = Home.fresh(folder, feeds.settings());
      try (Run run = Run.start(display, home, options, image.iris("--wall"))) {
        run.await("FRESH");
        if (hurry) feeds.hurry();
        return Resting.of(run, SETTLE, seconds).row(name);
      }
    }
  }

  private String page(String name, int every) throws IOException, InterruptedException {
    try (Feeds feeds = new Feeds(1)) {
      if (every == 1) feeds.hurry();
      List<String> line = new ArrayList<>(List.of("chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run",
          "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--disable-extensions", "--disable-default-apps", "--password-store=basic",
          "--user-data-dir=" + Home.fresh(folder, ""), feeds.address("wall.html?every=" + every)));
      try (Run run = Run.start(display, folder, List.of(), line)) {
        long seen = run.seen();
        return Resting.of(run, SETTLE, seconds).row(name + " (first tiles after %d ms)".formatted(seen));
      } catch (IOException without) {
        return "| %s: not measured, %s | | | | | |%n".formatted(name, without.getMessage());
      }
    }
  }
}
