package iris.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real availability, response times and traffic of others, read where they lie: what a service is made of here.
 *
 * @param traffic requests a second, by the hour
 * @param responses times of the requests of one service, in ms, one after the other
 * @param latencies mean times of one dependency, in ms, by the hour
 * @param outages of one publisher, one after the other
 */
record RealSeries(
    double[] traffic, List<int[]> responses, List<double[]> latencies, List<List<Outage>> outages) {
  /** Fewer are no series. */
  private static final int LEAST = 400;

  /** How long it had been well before, and how long it then was not. */
  record Outage(Duration well, Duration down) {}

  /** Skips the test where there are none. */
  static RealSeries orSkip() {
    Optional<Path> folder = folder();
    assumeTrue(folder.isPresent(), "no ../shared/captures/series here: nothing to generate years from");
    return read(folder.get());
  }

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path series = at.resolve("../shared/captures/series").normalize();
      if (Files.isDirectory(series)) return Optional.of(series);
    }
    return Optional.empty();
  }

  static RealSeries read(Path folder) {
    List<int[]> responses = new ArrayList<>();
    List<List<Outage>> outages = new ArrayList<>();
    for (Path file : files(folder.resolve("upptime"))) {
      if (file.toString().endsWith(".outages.csv")) outages.add(outages(file));
      else responses.addAll(responses(file));
    }
    List<double[]> latencies = new ArrayList<>();
    for (Path file : files(folder.resolve("microsoft")))
      if (file.toString().contains("outbound")) latencies.add(values(file));
    double[] traffic = values(folder.resolve("microsoft").resolve("ecommerce-api-incoming-rps__api-01.csv"));
    outages.removeIf(List::isEmpty);
    return new RealSeries(traffic, responses, latencies, outages);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> rows(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(1).map(l -> l.replace("\"", "").split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] values(Path file) {
    return rows(file).stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
  }

  /** Of each service that was asked often enough; an answer that never came has no time. */
  private static List<int[]> responses(Path file) {
    Map<String, List<Integer>> by = new LinkedHashMap<>();
    for (String[] row : rows(file))
      if (row.length > 4 && row[2].equals("up") && row[4].matches("[1-9]\\d{0,5}"))
        by.computeIfAbsent(row[1], _ -> new ArrayList<>()).add(Integer.parseInt(row[4]));
    return by.values().stream().filter(l -> l.size() >= LEAST)
        .map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  private static List<Outage> outages(Path file) {
    List<Outage> all = new ArrayList<>();
    Map<String, Instant> since = new LinkedHashMap<>();
    for (String[] row : rows(file)) {
      if (row.length < 3 || row[2].isBlank()) continue;
      Instant down = Instant.parse(row[1]);
      Instant up = Instant.parse(row[2]);
      Instant before = since.put(row[0], up);
      if (before != null && down.isAfter(before) && up.isAfter(down))
        all.add(new Outage(Duration.between(before, down), Duration.between(down, up)));
    }
    return all;
  }
}
