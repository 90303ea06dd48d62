package iris.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Memory and processor of fifty live tiles: IRIS as a wall, a page of a browser in kiosk mode, and a window of JavaFX
 * with nothing in it. One after the other on the same screen; what the X server does for them is in none of the figures.
 * Each is looked at twice: soon, while the machine still compiles what it has just begun to do, and later, as a wall
 * stands that is never switched off.
 */
final class WallTable {
  private static final int SETTLE = 25;

  private final Image image;
  private final Display display;
  private final Path folder;
  private final int seconds;
  private final int later;

  /** @param later seconds between the start of the one look and that of the other; none where it is 0 */
  WallTable(Image image, Display display, Path folder, int seconds, int later) {
    this.image = image;
    this.display = display;
    this.folder = folder;
    this.seconds = seconds;
    this.later = later;
  }

  /** Prints each row when it is known. */
  void run() throws IOException, InterruptedException {
    System.out.print(Resting.head("50 tiles, %d s each".formatted(seconds)));
    try (Run run = Run.start(display, folder, List.of(), image.bare(true))) {
      rows(run, () -> 0, "bare window of JavaFX");
    }
    iris("IRIS, 50 feeds, nothing changes", 1, false, List.of());
    iris("IRIS, one feed, each tile changes once a second", Feeds.SERVICES, true, List.of());
    iris("IRIS, 50 feeds, each tile changes once a second", 1, true, List.of());
    page("Chromium, nothing changes", 60);
    page("Chromium, each tile changes once a second", 1);
  }

  /** Apart, since JavaFX's log of its pulses costs what it counts. */
  void pulses() throws IOException, InterruptedException {
    iris("IRIS, 50 feeds, the pulses counted", 1, false, List.of("-Djavafx.pulseLogger=true", "-Djavafx.pulseLogger.threshold=-1"));
  }

  private void iris(String name, int each, boolean hurry, List<String> options) throws IOException, InterruptedException {
    try (Feeds feeds = new Feeds(each)) {
      Path home = Home.fresh(folder, feeds.settings());
      try (Run run = Run.start(display, home, options, image.iris("--wall"))) {
        run.await("FRESH");
        if (hurry) feeds.hurry();
        rows(run, feeds::told, name);
      }
    }
  }

  private void rows(Run run, LongSupplier told, String name) throws IOException, InterruptedException {
    long began = System.nanoTime();
    System.out.print(Resting.of(run, told, SETTLE, seconds).row(name));
    if (later == 0) return;
    int rest = (int) (SETTLE + later - TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    System.out.print(Resting.of(run, told, Math.max(rest, 0), seconds).row(name + ", %d s later".formatted(later)));
  }

  private void page(String name, int every) throws IOException, InterruptedException {
    try (Feeds feeds = new Feeds(1)) {
      if (every == 1) feeds.hurry();
      List<String> line = new ArrayList<>(List.of("chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run",
          "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--disable-extensions", "--disable-default-apps", "--password-store=basic",
          "--user-data-dir=" + Home.fresh(folder, ""), feeds.address("wall.html?every=" + every)));
      try (Run run = Run.start(display, folder, List.of(), line)) {
        rows(run, feeds::told, name + " (first tiles after %d ms)".formatted(run.seen()));
      } catch (IOException without) {
        System.out.println("| %s: not measured, %s |".formatted(name, without.getMessage()));
      }
    }
  }
}
