package iris.history;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition.Kept;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * What a year of one service takes on the disk, by table, with and without histograms: days of five-minute windows of
 * 900 transactions, drawn, kept by the journal's own code; prints megabytes a year.
 */
public final class RoomOfWindows {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int TRANSACTIONS = 900;
  private static final int A_DAY = 288;

  private final SplittableRandom random = new SplittableRandom(20261123);
  private final Board board = Board.first(new Rules(List.of(), Map.of()), new Now(START, Duration.ZERO));

  private RoomOfWindows() {}

  /** @param args days to make; 30 are enough */
  public static void main(String[] args) throws Exception {
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    for (boolean histograms : new boolean[] {false, true}) new RoomOfWindows().measure(days, histograms);
  }

  private void measure(int days, boolean histograms) throws Exception {
    Path folder = Files.createTempDirectory("iris-room");
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, START);
    try (Journal journal = opened.journal()) {
      for (int day = 0; day < days; day++) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < A_DAY; i++) kept.add(kept(START.plusSeconds(300L * (day * A_DAY + i)), histograms));
        journal.write(List.of(new Entry(new Now(START, Duration.ZERO), new Input.Tick(), new Outcome(board, List.copyOf(kept)))));
      }
    }
    System.out.println(histograms ? "with two histograms a window" : "without histograms");
    try (Connection db = iris.store.Sqlite.writable(folder.resolve(Profile.STORE)); Statement ask = db.createStatement()) {
      try (ResultSet sizes = ask.executeQuery(
          "SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name HAVING bytes > 50000 ORDER BY bytes DESC")) {
        while (sizes.next())
          System.out.printf("  %s: %.1f MB a year%n", sizes.getString(1), sizes.getLong(2) / 1e6 * 365 / days);
      }
    }
  }

  private Kept kept(Instant from, boolean histograms) {
    Histogram h = new Histogram(3_600_000, 3);
    for (int i = 0; i < TRANSACTIONS; i++) h.recordValue((long) (120 * Math.exp(0.6 * (random.nextDouble() * 4 - 1))));
    Timing t = new Timing((long) h.getMean(), h.getValueAtPercentile(50), h.getValueAtPercentile(95),
        h.getValueAtPercentile(99), h.getMaxValue());
    Instant to = from.plusSeconds(300);
    Window w = new Window("siv", from, to, Verdict.UP, TRANSACTIONS, 3, Map.of(Origin.EXTERNAL, 3L), t,
        List.of(new Window.Response("ants", t)),
        histograms ? List.of(encoded("transactionTime", "", h), encoded("responseTime", "ants", h)) : List.of());
    String guid = "urn:iris:siv:window:" + from;
    return new Kept(to.plusSeconds(9), "siv", new Judged(w, Verdict.UP, false, guid, guid + "|" + to.getEpochSecond(),
        Optional.of(to)), Kept.How.NEW);
  }

  private static Window.Histogram encoded(String of, String party, Histogram h) {
    ByteBuffer buffer = ByteBuffer.allocate(h.getNeededByteBufferCapacity());
    int length = h.encodeIntoCompressedByteBuffer(buffer);
    return new Window.Histogram(of, party, Merging.ENCODING,
        Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length)));
  }
}
