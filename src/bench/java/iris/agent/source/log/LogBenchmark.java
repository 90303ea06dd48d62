package iris.agent.source.log;

import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.source.Count;
import iris.agent.source.Fault;
import iris.signal.Party;
import iris.signal.Service;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lines a second of one core: cut, read, counted into a window and seconds, and handed over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(LogBenchmark.LINES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LogBenchmark {
  static final int LINES = 50_000;
  private static final int CHUNK = 131_072;
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

  private final Service siv = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
  private final Fault fault = new Fault(siv, "darva", Optional.of("ants"));
  private byte[] combined;
  private byte[] json;

  @Setup
  public void aSecondOfTraffic() {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream objects = new ByteArrayOutputStream();
    DateTimeFormatter clf = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);
    Random dice = new Random(1);
    for (int i = 0; i < LINES; i++) {
      LocalDateTime at = LocalDateTime.ofInstant(NOON.plusMillis(i), ZoneOffset.UTC);
      int status = dice.nextInt(100) == 0 ? 503 : 200;
      String path = "/siv/v2/vehicles/AA-" + dice.nextInt(1000) + "-AA?detail=full";
      String whole = String.format(Locale.ROOT, "%.3f", 0.2 + dice.nextInt(900) / 1000.0);
      String external = String.format(Locale.ROOT, "%.3f", 0.1 + dice.nextInt(200) / 1000.0);
      plain.writeBytes(("10.12.3." + dice.nextInt(255) + " - - [" + clf.format(at) + " +0000] \"GET " + path
          + " HTTP/1.1\" " + status + " 1834 \"-\" \"" + AGENT + "\" " + whole + " " + external + " 200\n")
          .getBytes(StandardCharsets.UTF_8));
      objects.writeBytes(("{\"time_iso8601\":\"" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at.withNano(0))
          + "+00:00\",\"remote_addr\":\"10.12.3.4\",\"request\":\"GET " + path + " HTTP/1.1\",\"status\":" + status
          + ",\"body_bytes_sent\":1834,\"request_time\":" + whole + ",\"upstream_response_time\":\"" + external
          + "\",\"upstream_status\":\"200\",\"http_user_agent\":\"" + AGENT + "\"}\n").getBytes(StandardCharsets.UTF_8));
    }
    combined = plain.toByteArray();
    json = objects.toByteArray();
  }

  private Evidence.Counted follow(byte[] log, SourceSpec.Format format) {
    Count count = new Count("siv", "access", Duration.ofMinutes(5), Optional.of(Duration.ofSeconds(1)),
        Optional.of("ants"), fault);
    Lines lines = new Lines(LogSource.reader(format, fault), count);
    lines.at(NOON.plusSeconds(60));
    byte[] buffer = new byte[CHUNK];
    for (int at = 0; at < log.length; ) {
      int n = Math.min(CHUNK, log.length - at);
      System.arraycopy(log, at, buffer, 0, n);
      at += lines.take(buffer, n, false).used();
    }
    Evidence.Counted counted = count.take(Optional.empty());
    if (counted.tallies().getFirst().total() != LINES) throw new IllegalStateException(counted.toString());
    return counted;
  }

  @Benchmark
  public Evidence.Counted combined() {
    return follow(combined, new SourceSpec.Format.Combined());
  }

  @Benchmark
  public Evidence.Counted jsonLines() {
    return follow(json, new SourceSpec.Format.JsonLines(Map.of()));
  }

  /** The combined format by an expression of one's own. */
  @Benchmark
  public Evidence.Counted pattern() {
    return follow(combined, new SourceSpec.Format.Pattern(
        "\\[(?<time>[^]]+)\\] \"[^\"]*\" (?<status>\\d{3}) \\S+ \"[^\"]*\" \"[^\"]*\" (?<whole>\\S+) (?<external>\\S+)",
        Optional.empty(), Duration.ofSeconds(1)));
  }

  /** What cannot be undercut: each line copied out of the bytes and nothing else. */
  @Benchmark
  public int linesCutOut() {
    int sum = 0;
    int from = 0;
    for (int i = 0; i < combined.length; i++) {
      if (combined[i] != '\n') continue;
      sum += Arrays.copyOfRange(combined, from, i).length;
      from = i + 1;
    }
    return sum;
  }

  /**
   * The same by turns in one process and in processor time, for a machine that is shared: prints lines a second of one
   * core, best round and median.
   */
  public static void main(String[] rounds) {
    LogBenchmark bench = new LogBenchmark();
    bench.aSecondOfTraffic();
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("lines cut out of the bytes", bench::linesCutOut);
    all.put("combined", bench::combined);
    all.put("JSON lines", bench::jsonLines);
    all.put("pattern", bench::pattern);
    Map<String, List<Long>> nanos = new LinkedHashMap<>();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    int warm = 20;
    for (int round = 0; round < warm + Integer.parseInt(rounds[0]); round++) {
      for (Map.Entry<String, Runnable> one : all.entrySet()) {
        long before = clock.getCurrentThreadCpuTime();
        one.getValue().run();
        if (round >= warm) nanos.computeIfAbsent(one.getKey(), k -> new ArrayList<>())
            .add(clock.getCurrentThreadCpuTime() - before);
      }
    }
    nanos.forEach((name, times) -> {
      times.sort(null);
      System.out.printf("%-28s best %,12d  median %,12d%n", name, LINES * 1_000_000_000L / times.getFirst(),
          LINES * 1_000_000_000L / times.get(times.size() / 2));
    });
  }
}
