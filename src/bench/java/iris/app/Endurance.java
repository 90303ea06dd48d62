package iris.app;

import iris.ui.picture.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Left alone for a month: days (30), services (50) and a folder for journal and pictures (one of the system's for what is
 * temporary). Begins two weeks before the night in which summer time ends.
 */
public final class Endurance {
  private static final Instant START = Instant.parse("2026-10-11T00:00:00Z");
  private static final Duration KEPT = Duration.ofDays(5);
  private static final Duration LATE = Town.PERIOD.multipliedBy(2);
  /** Until the journal drops as much as it takes, and each page was seen. */
  private static final int WARM = 6;

  private record Day(Body body, long store, boolean onTime) {}

  private Endurance() {}

  public static void main(String[] args) throws Exception {
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    int services = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    Path folder = args.length > 2 ? Files.createDirectories(Path.of(args[2])) : Files.createTempDirectory("iris-endurance");
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      run(days, services, folder);
    } finally {
      Platform.exit();
    }
    System.exit(0);
  }

  private static void run(int days, int services, Path folder) throws Exception {
    long began = System.nanoTime();
    List<Day> all = new ArrayList<>();
    long windows = 0;
    long again = 0;
    try (Month month = new Month(folder.resolve("state"), services, START, KEPT)) {
      System.out.println("day  heap MB  resident MB  files  threads  journal MB  windows  revisions  on time  minutes");
      for (int day = 1; day <= days; day++) {
        month.go(Town.DAY);
        boolean onTime = month.life().showsTheTime();
        // The last two of the day are published, or revised, with the next.
        Instant end = month.time().minus(LATE);
        Month.Held held = month.held(day == 1 ? START : end.minus(Duration.ofDays(1)), end);
        Day one = new Day(Body.now(), Files.size(folder.resolve("state/journal.db")), onTime);
        all.add(one);
        windows += held.windows();
        again += held.again();
        System.out.printf("%3d  %7.2f  %11.0f  %5d  %7d  %10.1f  %7d  %9d  %7s  %7.1f%n", day, mb(one.body().heap()),
            one.body().resident() / 1024.0, one.body().handles(), one.body().threads(), mb(one.store()), held.windows(),
            held.again(), onTime, (System.nanoTime() - began) / 60e9);
      }
      end(month, days, services, folder, windows, again);
      for (var reference : month.gone()) if (reference.get() != null) System.out.println("still held: " + reference.get());
    }
    slope(all, "heap, KB", d -> d.body().heap() / 1024.0);
    slope(all, "open files", d -> d.body().handles());
    slope(all, "threads", d -> d.body().threads());
    slope(all, "resident, KB", d -> d.body().resident());
  }

  private static void end(Month month, int days, int services, Path folder, long windows, long again) throws Exception {
    long published = (days * Town.DAY - LATE.dividedBy(Town.PERIOD)) * services;
    System.out.printf("windows read and kept: %,d of %,d published; revisions kept %,d, published %,d%n", windows, published,
        again, month.revisions());
    Month.Told told = month.told(month.time());
    System.out.printf("troubles made %d, rung %d, closed %d; episodes in the journal %d; restarts %d%n", told.made(), told.rung(),
        told.closed(), told.episodes(), month.restarts());
    told.lost().forEach(l -> System.out.println("  " + l));
    System.out.println("parts that are ill: " + month.life().ill());
    for (String page : List.of("alarms", "charts")) {
      month.life().turnTo(page, Town.id(7));
      month.go(1);
      int n = 0;
      for (Scene scene : month.life().scenes()) draw(scene, folder.resolve(page + "-" + n++ + ".png"));
    }
    System.out.println("pictures in " + folder);
  }

  private static void draw(Scene scene, Path file) throws Exception {
    Picture picture = Life.fx(() -> {
      WritableImage image = scene.snapshot(null);
      int w = (int) image.getWidth();
      int h = (int) image.getHeight();
      int[] argb = new int[w * h];
      image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
      return new Picture(w, h, argb);
    });
    picture.write(file);
  }

  private static double mb(long bytes) {
    return bytes / 1048576.0;
  }

  /** Least squares over the days after the warm ones, with the interval that holds the slope 95 times in 100. */
  private static void slope(List<Day> all, String what, ToDoubleFunction<Day> figure) {
    List<Day> days = all.subList(Math.min(WARM, all.size()), all.size());
    int n = days.size();
    if (n < 4) return;
    double meanX = (n - 1) / 2.0;
    double meanY = days.stream().mapToDouble(figure).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (i - meanX) * (i - meanX);
      xy += (i - meanX) * (figure.applyAsDouble(days.get(i)) - meanY);
    }
    double slope = xy / xx;
    double left = 0;
    for (int i = 0; i < n; i++) {
      double off = figure.applyAsDouble(days.get(i)) - meanY - slope * (i - meanX);
      left += off * off;
    }
    // Student's t at 97.5 %, which from four days on is near this.
    double t = 1.96 + 2.4 / (n - 2) + 4.0 / ((n - 2) * (n - 2));
    double sure = t * Math.sqrt(left / (n - 2) / xx);
    System.out.printf("%s: mean %.1f, slope %+.3f a day (95 %%: %+.3f to %+.3f) over %d days%n", what, meanY, slope,
        slope - sure, slope + sure, n);
  }
}
