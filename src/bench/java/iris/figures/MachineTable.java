package iris.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The choice of collector, heap, headers, compiler and pipeline: the wall of fifty tiles that change once a second.
 */
final class MachineTable {
  private static final int SETTLE = 25;

  private final Image image;
  private final Display display;
  private final Path folder;
  private final int seconds;

  MachineTable(Image image, Display display, Path folder, int seconds) {
    this.image = image;
    this.display = display;
    this.folder = folder;
    this.seconds = seconds;
  }

  /** @param own whether it needs a start cache made with its own options */
  private record Variant(String name, List<String> options, boolean own) {}

  private List<Variant> variants() {
    List<String> now = image.options();
    List<String> grows = new ArrayList<>(now);
    grows.removeIf(o -> o.startsWith("-Xm") || o.contains("HeapFreeRatio"));
    List<String> eager = new ArrayList<>(now);
    eager.removeIf(o -> o.startsWith("-XX:Tier4"));
    return List.of(
        new Variant("as shipped", now, false),
        new Variant("G1", instead(now, "-XX:+UseG1GC"), false),
        new Variant("Parallel", instead(now, "-XX:+UseParallelGC"), false),
        new Variant("ZGC", instead(now, "-XX:+UseZGC"), true),
        new Variant("shipped, compact headers", with(now, "-XX:+UseCompactObjectHeaders"), true),
        new Variant("shipped, heap as the machine has it", grows, false),
        new Variant("shipped, heap at most 128 MB", with(now, "-Xmx128m"), false),
        new Variant("shipped, the thorough compiler as eager as by itself", eager, false),
        new Variant("shipped, only the quick compiler", with(now, "-XX:TieredStopAtLevel=1"), false),
        new Variant("shipped, cache where it was made for",
            with(now, "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"), false),
        new Variant("shipped, software pipeline", with(now, "-Dprism.order=sw"), false),
        new Variant("shipped, OpenGL looked for first", with(now, "-Dprism.order=es2,sw"), false));
  }

  private static List<String> instead(List<String> of, String collector) {
    List<String> all = new ArrayList<>(of);
    all.removeIf(o -> o.equals("-XX:+UseSerialGC"));
    all.add(collector);
    return all;
  }

  private static List<String> with(List<String> of, String... more) {
    List<String> all = new ArrayList<>(of);
    all.addAll(List.of(more));
    return all;
  }

  /** Prints each row when it is known: all of them take ten minutes. */
  void run() throws IOException, InterruptedException {
    System.out.print(Resting.head("options, %d s each".formatted(seconds)));
    for (Variant variant : variants()) System.out.print(measure(variant));
  }

  private String measure(Variant variant) throws IOException, InterruptedException {
    List<String> options = variant.options();
    Path cache = image.cache();
    if (variant.own()) train(options, cache = folder.resolve("variant.aot"));
    try (Feeds feeds = new Feeds(Feeds.SERVICES)) {
      Path home = Home.fresh(folder, feeds.settings());
      List<String> line = image.iris(with(options, "-XX:AOTCache=" + cache, "-Diris.start.times=true"), "iris.app.Main", "--wall");
      try (Run run = Run.start(display, home, List.of(), line)) {
        run.await("FRESH");
        feeds.hurry();
        return Resting.of(run, feeds::told, SETTLE, seconds).row(variant.name());
      }
    }
  }

  private void train(List<String> options, Path cache) throws IOException, InterruptedException {
    ProcessBuilder rehearsal = new ProcessBuilder(
        image.iris(with(options, "-XX:AOTCacheOutput=" + cache), "iris.app.Rehearsal"));
    rehearsal.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    rehearsal.environment().put("IRIS_HOME", Home.fresh(folder, "").toString());
    Process run = rehearsal.start();
    if (!run.waitFor(4, TimeUnit.MINUTES) || run.exitValue() != 0) throw new IOException("no cache with " + options);
  }
}
