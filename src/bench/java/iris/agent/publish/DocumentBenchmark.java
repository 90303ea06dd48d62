package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.rss.profile.ProfileWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import iris.agent.Published;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A day's document: 288 windows with two histograms each, as the agent writes it at each beat. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DocumentBenchmark {
  private static final Instant END = Instant.parse("2026-11-22T00:00:00Z");
  private final AgentConfig config = Stand.config(Stand.open(10));
  private final Documents documents =
      new Documents(config, Samples.SIV, "1.0", END, new Addresses(config.publication().link()));
  private Stock stock;

  @Setup
  public void fill() {
    Random random = new Random(1);
    Prose prose = new Prose(config.language(), config.zone());
    List<Published> day = new ArrayList<>();
    for (int i = 288; i > 0; i--) {
      Instant from = END.minusSeconds(300L * i);
      day.add(new Published(289 - i, "siv", prose.window(Samples.SIV, window(from, random), from.plusSeconds(304))));
    }
    stock = Stock.EMPTY.plus(day);
    System.out.println("document: " + archive().length + " bytes, packed " + page().packed().length);
  }

  private static Window window(Instant from, Random random) {
    Timing t = new Timing(400 + random.nextInt(200), 470, 980, 1900, 4200);
    byte[] data = new byte[300];
    random.nextBytes(data);
    String coded = "HISTFAAA" + Base64.getEncoder().encodeToString(data);
    return new Window("siv", from, from.plusSeconds(300), Verdict.UP, 1248, 4, Map.of(), t,
        List.of(new Window.Response("ants", t)),
        List.of(new Window.Histogram("transactionTime", "", "hdrhistogram-v2-deflate-base64", coded),
            new Window.Histogram("responseTime", "ants", "hdrhistogram-v2-deflate-base64", coded)));
  }

  /** All by ROME, as an archive is. */
  @Benchmark
  public byte[] archive() {
    return documents.archive(LocalDate.of(2026, 11, 21), stock.all(), true);
  }

  /** As at each beat: items are set already. */
  @Benchmark
  public byte[] current() {
    return documents.current(stock, END, Optional.empty());
  }

  /** The same with what a server needs: hash and gzip. */
  @Benchmark
  public Page page() {
    return Page.of(documents.current(stock, END, Optional.empty()), END, Optional.empty());
  }

  /** The bare writer on the same items. */
  @Benchmark
  public byte[] writer() {
    return new ProfileWriter(config.zone()).write(new iris.signal.Channel("t", Optional.empty(), "d", "", "",
        Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), List.of(),
        stock.items());
  }
}
