package iris.history.drift;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real series of response times, read where they lie. A sample stands for a window. */
record RealSeries(String name, Measure measure, TreeMap<Instant, Double> samples, List<Instant> outages, List<Instant> labels) {
  private static final Duration LENGTH = Duration.ofMinutes(5);

  /** Too few samples say nothing about a service. */
  private static final int FEWEST = 200;

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("../shared/captures/series").normalize();
      if (Files.isDirectory(found)) return Optional.of(found);
    }
    return Optional.empty();
  }

  static Path here() {
    Optional<Path> folder = folder();
    assumeTrue(folder.isPresent(), "no ../shared/captures/series here: the rate of false drifts is not measured");
    return folder.get();
  }

  /** Probes of public pages by GitHub jobs, a minute to a day apart; a service whose probe never worked is left out. */
  static List<RealSeries> upptime(Path folder, boolean daily) throws IOException {
    List<RealSeries> all = new ArrayList<>();
    for (Path file : files(folder.resolve("upptime"), ".csv")) {
      if (file.toString().contains(".outages.") || file.toString().contains("curc") == daily) continue;
      Map<String, RealSeries> by = new LinkedHashMap<>();
      Map<String, Boolean> wasUp = new LinkedHashMap<>();
      for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] field = line.split(",");
        Instant at = Instant.parse(field[0]);
        RealSeries s = by.computeIfAbsent(field[1], name -> of(file.getFileName() + " " + name, Measure.TRANSACTION));
        double ms = Double.parseDouble(field[4]);
        boolean up = !field[2].equals("down") && ms > 0;
        if (up) s.samples.put(at, ms);
        else if (wasUp.getOrDefault(field[1], false)) s.outages.add(at);
        wasUp.put(field[1], up);
      }
      by.values().stream().filter(s -> s.samples.size() >= FEWEST).forEach(all::add);
    }
    return all;
  }

  /** Hours of a production service's dependencies, each labelled by hand; those that are nearly always idle are left out. */
  static List<RealSeries> microsoft(Path folder) throws IOException {
    List<RealSeries> all = new ArrayList<>();
    for (Path file : files(folder.resolve("microsoft"), ".csv"))
      if (file.toString().contains("latency")) all.add(labelled(file, Measure.TRANSACTION));
    return all.stream().filter(s -> s.samples.size() > 600).toList();
  }

  /** Requests a second to a shop, each hour, labelled by hand where they were elevated. */
  static RealSeries traffic(Path folder) throws IOException {
    return labelled(folder.resolve("microsoft/ecommerce-api-incoming-rps__api-01.csv"), Measure.TRAFFIC);
  }

  private static RealSeries labelled(Path file, Measure measure) throws IOException {
    RealSeries s = of(file.getFileName().toString(), measure);
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] field = line.replace("\"", "").split(",");
      Instant at = Instant.parse(field[0]);
      double value = Double.parseDouble(field[1]);
      if (value > 0) s.samples.put(at, measure == Measure.TRAFFIC ? value * 60 : value);
      if (!field[2].equals("0")) s.labels.add(at);
    }
    return s;
  }

  /** Two probes a day, seconds. */
  static List<RealSeries> halfday(Path folder) throws IOException {
    List<RealSeries> all = new ArrayList<>();
    for (Path file : files(folder.resolve("halfday"), ".log")) {
      RealSeries s = of(file.getFileName().toString(), Measure.TRANSACTION);
      for (String line : Files.readAllLines(file)) {
        String[] field = line.split(", ");
        Instant at = LocalDateTime.parse(field[0], DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")).toInstant(ZoneOffset.UTC);
        if (field[1].equals("success")) s.samples.put(at, Double.parseDouble(field[2]) * 1000);
        else s.outages.add(at);
      }
      all.add(s);
    }
    return all;
  }

  private static RealSeries of(String name, Measure measure) {
    return new RealSeries(name, measure, new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
    }
  }

  /** The window that a sample is. */
  Stretch window(Instant at, double value) {
    boolean traffic = measure == Measure.TRAFFIC;
    long total = traffic ? Math.round(value * LENGTH.toMinutes()) : 100;
    return new Stretch(at, at.plus(LENGTH), 1, new Tally(300, 300, 0, 0, 0), Tally.NONE, total, 0, Map.of(),
        traffic ? Times.NONE : new Times(100, value * 100, -1, new Times.Quantiles.None()), Map.of());
  }
}
