package iris.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the process's start to its first true tile, beside a bare window of JavaFX: in turns, so that a neighbour's load
 * meets all of them alike.
 */
final class StartRatios {
  private static final String BARE = "bare window, start cache of its own";
  private static final String BARE_SLOW = "bare window without";
  private static final String IRIS = "IRIS";
  private static final String IRIS_SLOW = "IRIS without its start cache";

  private final Image image;
  private final Display display;
  private final Path kept;
  private final Map<String, List<Long>> millis = new LinkedHashMap<>();
  private final Map<String, List<Long>> processor = new LinkedHashMap<>();

  StartRatios(Image image, Display display, Path kept) {
    this.image = image;
    this.display = display;
    this.kept = kept;
  }

  String run(int rounds) throws IOException, InterruptedException {
    // The first round only warms the disk's cache.
    for (int i = 0; i <= rounds; i++) {
      if (i == 1) {
        millis.clear();
        processor.clear();
      }
      bare(BARE, true);
      iris(IRIS, Map.of());
      bare(BARE_SLOW, false);
      iris(IRIS_SLOW, Map.of("IRIS_QUICK_START", "no"));
    }
    return table(rounds);
  }

  private void bare(String name, boolean cached) throws IOException {
    try (Run run = Run.start(display, kept, List.of(), image.bare(cached))) {
      note(name + ", seen", run.seen());
      note(name + ", said", run.await("WINDOW"));
      took(name, run);
    }
  }

  private void iris(String name, Map<String, String> environment) throws IOException {
    Path home = Home.copy(kept);
    try (Run run = Run.start(display, home, List.of(), environment, image.iris())) {
      note(name + ", seen", run.seen());
      note(name + ", said", run.await("TILE"));
      took(name, run);
      note(name + ", frame", run.await("FRAME"));
      note(name + ", fresh", run.await("FRESH"));
    } finally {
      Home.delete(home);
    }
  }

  private void note(String what, long value) {
    millis.computeIfAbsent(what, w -> new ArrayList<>()).add(value);
  }

  private void took(String name, Run run) throws IOException {
    processor.computeIfAbsent(name, w -> new ArrayList<>()).add(10 * Sampled.of(run.process).ticks());
  }

  private String table(int rounds) {
    StringBuilder text = new StringBuilder("""
        | %d starts of each, in turns | first tile seen, ms (median) | least | said by itself | window there, reading | first fresh tile | processor ms until the tile | ratio |
        |---|---|---|---|---|---|---|---|
        """.formatted(rounds));
    for (String name : List.of(BARE, IRIS, BARE_SLOW, IRIS_SLOW)) {
      List<Long> seen = millis.get(name + ", seen");
      List<Long> base = millis.get((name.equals(BARE) || name.equals(IRIS) ? BARE : BARE_SLOW) + ", seen");
      text.append("| %s | %d | %d | %d | %s | %s | %d | %.2f |%n".formatted(name, Numbers.median(seen), Numbers.least(seen),
          Numbers.median(millis.get(name + ", said")), median(name + ", frame"), median(name + ", fresh"),
          Numbers.median(processor.get(name)), Numbers.ratio(seen, base)));
    }
    return text.toString();
  }

  /** Empty where it was not looked for. */
  private String median(String what) {
    List<Long> all = millis.get(what);
    return all == null ? "" : String.valueOf(Numbers.median(all));
  }
}
