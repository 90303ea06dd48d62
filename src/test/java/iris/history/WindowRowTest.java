package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a window gives back what was put in, whatever a feed says, and takes little room. */
class WindowRowTest {
  @TempDir Path folder;

  private final Random random = new Random(5);

  private Connection store() throws Exception {
    Connection db = Sqlite.writable(folder.resolve("rows.db"));
    Schema.STEPS.migrate(db);
    return db;
  }

  private static void put(Connection db, List<Kept> all) throws Exception {
    Windows windows = new Windows(db);
    db.setAutoCommit(false);
    try (PreparedStatement row = db.prepareStatement(Windows.INSERT)) {
      for (int i = 0; i < all.size(); i++) windows.put(row, all.get(i), i, 0);
      row.executeBatch();
    }
    db.commit();
    db.setAutoCommit(true);
  }

  @Test
  void whateverAFeedSaysComesBackToTheLetter() throws Exception {
    List<Kept> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) all.add(odd(i));
    try (Connection db = store()) {
      put(db, all);
      Windows fresh = new Windows(db);
      List<Kept> read = new ArrayList<>();
      try (PreparedStatement s = db.prepareStatement("SELECT " + Windows.WHOLE + " FROM window ORDER BY seq");
          ResultSet r = s.executeQuery()) {
        while (r.next()) read.add(fresh.whole(r));
      }
      assertEquals(all, read);
    }
  }

  private Kept odd(int i) {
    Instant from = Instant.ofEpochSecond(1_700_000_000L + 300L * i, random.nextInt(9) == 0 ? random.nextInt(1_000_000_000) : 0);
    Instant to = from.plusSeconds(1 + random.nextInt(4000)).plusNanos(random.nextInt(9) == 0 ? random.nextInt(1_000_000_000) : 0);
    String service = random.nextInt(5) == 0 ? "autre" : "siv";
    String guid = switch (random.nextInt(4)) {
      case 0 -> "https://example.org/" + i;
      case 1 -> from + "\u0001é" + from;
      default -> "urn:iris:siv:window:" + from;
    };
    Optional<Instant> published = random.nextInt(4) == 0 ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(to.toEpochMilli() + random.nextInt(900_000) - 450_000));
    String revision = switch (random.nextInt(4)) {
      case 0 -> "r" + i;
      case 1 -> guid + "|-|00ab";
      default -> guid + "|" + published.map(p -> "" + p.getEpochSecond()).orElse("-") + "|" + Long.toHexString(random.nextLong());
    };
    long total = random.nextInt(3) == 0 ? 0 : random.nextLong(1L << 60);
    Map<Origin, Long> failures = new EnumMap<>(Origin.class);
    for (Origin origin : Origin.values()) if (random.nextBoolean()) failures.put(origin, random.nextLong(10));
    List<Window.Response> responses = new ArrayList<>();
    for (int p = random.nextInt(3); p > 0; p--) responses.add(new Window.Response("partie " + random.nextInt(3), timing()));
    List<Window.Histogram> histograms = random.nextInt(3) > 0 ? List.of()
        : List.of(new Window.Histogram("transactionTime", "", "x", "SElTVEY="), new Window.Histogram("a", "b", "c", "not base64 é"),
            new Window.Histogram("a", "b", "c", ""));
    Window w = new Window(service, from, to, Verdict.values()[random.nextInt(5)], total, total == 0 ? 0 : random.nextLong(total),
        failures, timing(), responses, histograms);
    return new Kept(Instant.ofEpochMilli(to.toEpochMilli() + random.nextInt(100_000) - 1000), "siv",
        new Judged(w, Verdict.values()[random.nextInt(5)], random.nextBoolean(), guid, revision, published),
        How.values()[random.nextInt(4)]);
  }

  private Timing timing() {
    return random.nextInt(4) == 0 ? Timing.NONE : new Timing(random.nextLong(1L << 40), random.nextInt(500) - 1,
        random.nextInt(900), random.nextInt(3000), random.nextInt(9000));
  }

  @Test
  void aWindowWithoutHistogramsTakesLessThanNinetyBytes() throws Exception {
    List<Kept> all = new ArrayList<>();
    for (int i = 0; i < 288 * 20; i++) all.add(usual(i));
    try (Connection db = store()) {
      long before = Sqlite.figure(db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
      put(db, all);
      long after = Sqlite.figure(db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
      long each = (after - before) / all.size();
      assertTrue(each <= 90, "a row takes " + each + " bytes");
    }
  }

  /** As the agent publishes it: 800 transactions, a handful of failures, one external party. */
  private Kept usual(int i) {
    Instant from = Instant.ofEpochSecond(1_795_305_600L + 300L * i);
    Instant to = from.plusSeconds(300);
    Timing t = new Timing(512 + random.nextInt(90), 470 + random.nextInt(90), 980 + random.nextInt(300), 1900 + random.nextInt(900),
        4200 + random.nextInt(3000));
    long failed = random.nextInt(5);
    String guid = "urn:iris:siv:window:" + from;
    Window w = new Window("siv", from, to, Verdict.UP, 800 + random.nextInt(200), failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), t, List.of(new Window.Response("ants", t)), List.of());
    return new Kept(to.plusMillis(4000 + random.nextInt(60_000)), "siv", new Judged(w, Verdict.UP, false, guid,
        guid + "|" + to.plusSeconds(4).getEpochSecond() + "|" + Long.toHexString(random.nextLong()),
        Optional.of(to.plusSeconds(4))), How.NEW);
  }
}
