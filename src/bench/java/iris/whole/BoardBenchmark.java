package iris.whole;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Contact;
import iris.signal.Report;
import iris.ui.wall.WallMaker;
import iris.ui.wall.WallModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of a board that knows a day of every service, and what the wall makes of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BoardBenchmark {
  private static final int DAY = 288;
  private static final Instant START = Instant.parse("2026-11-22T06:00:10Z");

  @Param({"50", "1000"})
  public int services;

  private Now now = new Now(START, Duration.ofHours(1));
  private final WallMaker maker = new WallMaker();
  private boolean turn;
  private Board board;
  private Board next;
  private WallModel before;
  private WallModel after;
  private Input same;
  private Input window;
  private final Input unchanged = new Input.Heard(new Report.Unchanged("service-0", Contact.NOTHING_KNOWN));

  @Setup
  public void aDay() {
    List<Provider> providers = IntStream.range(0, services).mapToObj(Provider::new).toList();
    board = Board.first(new Rules(providers.stream()
        .map(p -> new Rules.FeedRules(p.id(), p.id(), java.util.Optional.empty(), Duration.ofMinutes(1))).toList(), Map.of()), now);
    List<Input> documents = new ArrayList<>();
    for (Provider p : providers) documents.add(document(p, Provider.edition(START)));
    for (Input document : documents) board = board.after(document, now).board();
    same = documents.getFirst();
    window = document(providers.getFirst(), Provider.edition(START) + 1);
    before = WallModel.of(board, now.wall());
    // The poll that brings the next window, five minutes of ticks later.
    for (int i = 0; i < 31; i++) {
      now = now.plus(Duration.ofSeconds(10));
      board = board.after(new Input.Tick(), now).board();
    }
    next = board.after(window, now).board();
    after = WallModel.of(next, now.wall());
  }

  private static Input document(Provider provider, long edition) {
    Reading reading = Rss.read(provider.document(edition, DAY), ReadOptions.of(provider.id(), provider.id()));
    if (!(reading instanceof Reading.Read(var bulletin))) throw new IllegalStateException("unread: " + reading);
    return new Input.Heard(new Report.Published(provider.id(), bulletin, Contact.NOTHING_KNOWN, false));
  }

  /** Time passes and nothing is heard. */
  @Benchmark
  public Outcome tick() {
    return board.after(new Input.Tick(), now);
  }

  /** A poll that brings the document that we have. */
  @Benchmark
  public Outcome unchangedDocument() {
    return board.after(unchanged, now);
  }

  /** A document of 288 windows, all seen before. */
  @Benchmark
  public Outcome sameWindows() {
    return board.after(same, now);
  }

  /** A document of 288 windows, one of them new. */
  @Benchmark
  public Outcome newWindow() {
    return board.after(window, now);
  }

  /** The model of the whole wall from a board. */
  @Benchmark
  public WallModel model() {
    return WallModel.of(board, now.wall());
  }

  /** The same of the board that follows, where one poll brought the next window of one service. */
  @Benchmark
  public WallModel nextModel() {
    turn = !turn;
    return maker.make(turn ? next : board, now.wall());
  }

  /** Which tiles must be drawn. */
  @Benchmark
  public Set<String> difference() {
    return after.changedSince(before);
  }
}
