package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Suppression;
import iris.alarm.Transition.Kept;
import iris.history.years.Grain;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.history.years.Times.Quantiles;
import iris.signal.Window;
import iris.store.Sqlite;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that earlier versions wrote, kept as files: they open, lose nothing, and have their years. */
class EarlierStoreTest {
  private static final Instant TODAY = Instant.parse("2026-11-22T15:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir Path folder;

  private void earlier(int version) throws Exception {
    try (InputStream old = new GZIPInputStream(EarlierStoreTest.class.getResourceAsStream("journal-" + version + ".db.gz"))) {
      Files.copy(old, folder.resolve(Profile.STORE));
    }
  }

  private void open() throws Exception {
    Opening.Writable opened = assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY));
    assertEquals(java.util.Optional.empty(), opened.restored().damage());
    assertTrue(opened.restored().board().isPresent());
    opened.journal().close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyWindowAndEveryTransitionIsKeptAndCountedByTheHour(int version) throws Exception {
    earlier(version);
    List<String> before = before(version);
    long transitions = figure("SELECT count(*) FROM transition");
    long inputs = figure("SELECT count(*) FROM input");
    open();
    assertEquals(before, after(version));
    assertEquals(transitions, figure("SELECT count(*) FROM transition"));
    assertEquals(inputs, figure("SELECT count(*) FROM input"));
    assertEquals(figure("SELECT count(DISTINCT start) FROM window"), Recounted.check(folder));
  }

  @Test
  void whoWaitsForALargeStoreIsToldHowFarItIs() throws Exception {
    earlier(2);
    try (Connection db = Sqlite.writable(folder.resolve(Profile.STORE)); Statement s = db.createStatement()) {
      // The same windows of other services: as many as a year of one has in three months.
      s.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 640) INSERT INTO window"
          + " SELECT service || i, start, seq, length, verdict, how, total, failed, guid, revision, body, read, published"
          + " FROM window, n");
    }
    long windows = figure("SELECT count(*) FROM window");
    List<String> told = new ArrayList<>();
    Opening.Writable opened = assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY,
        (rows, of) -> told.add(rows + " of " + of)));
    opened.journal().close();
    List<String> wanted = new ArrayList<>();
    for (long rows = 10_000; rows <= windows; rows += 10_000) wanted.add(rows + " of " + windows);
    assertTrue(wanted.size() >= 2, windows + " windows");
    assertEquals(wanted, told);
  }

  @Test
  void aMonthOfTheSecondVersionHasItsRevisionItsHistogramsAndItsPauses() throws Exception {
    earlier(2);
    open();
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      Stretch month = annals.stretches("siv", Grain.MONTH.floor(TODAY), END, Grain.MONTH).getFirst();
      assertEquals(40, month.windows());
      assertEquals(300, month.plain().degraded());
      assertEquals(900, month.plain().down());
      assertEquals(1200, month.works().up());
      assertInstanceOf(Quantiles.Merged.class, month.transaction().quantiles());
      assertEquals(40, month.p95s().windows());
      List<Pause> pauses = annals.pauses("siv", MIDNIGHT, END);
      assertTrue(pauses.stream().anyMatch(p -> p.kind() == Suppression.Kind.MAINTENANCE), pauses::toString);
      assertTrue(pauses.stream().allMatch(p -> p.to().isPresent()), pauses::toString);
    }
  }

  /** As the old rows say it; read with what the old program had. */
  private List<String> before(int version) throws Exception {
    if (version > 2) return after(version);
    List<String> all = new ArrayList<>();
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE)); Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT service, verdict, how, guid, revision, body, seq, "
            + (version == 1 ? "NULL, NULL" : "read, published") + " FROM window ORDER BY service, start, seq")) {
      while (r.next()) {
        Window w = Codec.read(Squeeze.out(r.getBytes(6)), Window.class);
        all.add(r.getString(1) + r.getString(2) + r.getString(3) + r.getString(4) + r.getString(5) + w + r.getLong(7)
            + (version == 1 ? "" : Instant.ofEpochMilli(r.getLong(8)) + " " + Instant.ofEpochMilli(r.getLong(9))));
      }
    }
    return all;
  }

  private List<String> after(int version) throws Exception {
    List<String> all = new ArrayList<>();
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE));
        PreparedStatement s = db.prepareStatement("SELECT " + Windows.WHOLE + " FROM window ORDER BY service, start, seq");
        ResultSet r = s.executeQuery()) {
      Windows windows = new Windows(db);
      while (r.next()) {
        Kept k = windows.whole(r);
        all.add(k.service() + k.window().verdict() + k.how() + k.window().guid() + k.window().revision() + k.window().window()
            + r.getLong(3) + (version == 1 ? "" : k.at() + " " + k.window().published().orElseThrow()));
      }
    }
    return all;
  }

  private long figure(String sql) throws Exception {
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE))) {
      return Sqlite.figure(db, sql);
    }
  }

  @Test
  void noTableOfAnEarlierVersionIsLeftBehind() throws Exception {
    earlier(2);
    open();
    Set<String> tables = new HashSet<>();
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE)); Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (r.next()) tables.add(r.getString(1));
    }
    assertTrue(tables.contains("window") && !tables.contains("window_2"), tables::toString);
  }

  @Test
  void theBoardOfTheThirdVersionIsThereAfterTheUpgradeAndWhileTheStoreCannotBeWritten() throws Exception {
    earlier(3);
    try (Connection other = Sqlite.writable(folder.resolve(Profile.STORE)); Statement s = other.createStatement()) {
      s.execute("BEGIN IMMEDIATE");
      s.execute("UPDATE service SET longest = longest");
      Opening.Refused refused = assertInstanceOf(Opening.Refused.class, Profile.open(folder, TODAY));
      asItWas(refused.restored());
      s.execute("ROLLBACK");
    }
    Opening.Writable opened = assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY));
    opened.journal().close();
    asItWas(opened.restored());
  }

  private static void asItWas(Restored restored) {
    Board board = restored.board().orElseThrow();
    Alarm outage = board.alarms().get(new AlarmKey(AlarmKey.Kind.OUTAGE, "siv"));
    assertEquals(Lifecycle.ACKED, outage.state());
    assertEquals(Instant.parse("2026-11-22T03:05:00Z"), outage.since().orElseThrow());
    assertEquals(40, board.services().get("siv").windows().size());
  }
}
