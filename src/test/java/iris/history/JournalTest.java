package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import iris.store.Sqlite;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  private static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  private Now now = new Now(Fixtures.START.plusSeconds(304), Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
  private final List<Entry> entries = new ArrayList<>();

  private void step(Input input) {
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
    now = now.plus(Duration.ofSeconds(10));
  }

  /** A day with an outage, acts, comments, a lost feed and ticks between. */
  private void aDay(int windows) {
    List<Item> items = new ArrayList<>();
    for (int w = 0; w < windows; w++) {
      items.add(Fixtures.window(w, w % 50 == 20 ? Verdict.DOWN : Verdict.UP));
      now = new Now(Fixtures.START.plusSeconds(300L * w + 304), now.mono().plusSeconds(300).minusSeconds(280));
      step(new Input.Heard(Fixtures.published("siv", items)));
      if (w % 50 == 20) step(new Input.Did(new Act.Acknowledge(OUTAGE, "Léa", "vu | \"ok\"\n")));
      if (w % 50 == 21) step(new Input.Did(new Act.Comment(OUTAGE, "Léa", "appelé")));
      if (w == 30) step(new Input.Heard(new Report.Unreached("siv", Reason.of("feed.timeout", 5))));
      for (int t = 0; t < 27; t++) step(new Input.Tick());
    }
  }

  private Opening.Writable open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, TODAY));
  }

  @Test
  void aBoardComesBackAsItWasThroughSnapshotAndInputs() throws Exception {
    aDay(120);
    try (Journal journal = open().journal()) {
      for (int i = 0; i < entries.size(); i += 7) journal.write(entries.subList(i, Math.min(i + 7, entries.size())));
    }
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(Optional.empty(), again.restored().damage());
    assertEquals(board, again.restored().board().orElseThrow());
    assertFalse(again.restored().recent().isEmpty());
  }

  @Test
  void aCleanCloseLeavesNothingToReplay() throws Exception {
    aDay(60);
    Journal journal = open().journal();
    journal.write(entries);
    journal.close(board);
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(board, again.restored().board().orElseThrow());
  }

  @Test
  void anAcknowledgementIsKeptAndNothingStartsGreen() throws Exception {
    aDay(22);
    try (Journal journal = open().journal()) {
      journal.write(entries);
    }
    Opening.Writable again = open();
    again.journal().close();
    Board old = again.restored().board().orElseThrow();
    Board started = old.after(new Input.Restarted(old.at().wall()), now.plus(Duration.ofHours(1))).board();
    assertEquals(Lifecycle.ACKED, simplified(started.alarms().get(OUTAGE).state()));
    assertTrue(started.services().values().stream().noneMatch(s -> s.shown() == iris.alarm.Shown.UP));
  }

  private static Lifecycle simplified(Lifecycle state) {
    return state == Lifecycle.CLEARING_ACKED ? Lifecycle.ACKED : state;
  }

  @Test
  void aSecondInstanceMayLookAndIsTold() throws Exception {
    aDay(22);
    try (Journal journal = open().journal()) {
      journal.write(entries);
      Opening.ReadOnly second = assertInstanceOf(Opening.ReadOnly.class, Profile.open(folder, TODAY));
      assertEquals("history.second-instance", second.why().key());
      assertEquals(board, second.restored().board().orElseThrow());
    }
  }

  @Test
  void aStoreOfANewerProgramIsRefusedUntouched() throws Exception {
    open().journal().close();
    try (Connection db = Sqlite.writable(folder.resolve("journal.db")); Statement s = db.createStatement()) {
      s.execute("PRAGMA user_version=" + (Schema.STEPS.version() + 1));
    }
    Opening.Refused refused = assertInstanceOf(Opening.Refused.class, Profile.open(folder, TODAY));
    assertEquals("history.store.newer", refused.why().key());
  }

  @Test
  void aFileThatIsNoStoreIsSetAsideAndSaid() throws Exception {
    Files.writeString(folder.resolve("journal.db"), "this was once a journal");
    Opening.Writable opened = open();
    opened.journal().close();
    assertEquals("history.store.damaged", opened.restored().damage().orElseThrow().key());
    try (var files = Files.list(folder)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("journal.db.damaged-2026")));
    }
  }

  @Test
  void aDamagedPageLosesWhatStoodThereAndKeepsTheRest() throws Exception {
    aDay(60);
    try (Journal journal = open().journal()) {
      journal.write(entries.subList(0, 400));
      journal.write(entries.subList(400, entries.size()));
    }
    spoil(folder.resolve("journal.db"));
    Opening.Writable opened = open();
    assertEquals("history.store.damaged", opened.restored().damage().orElseThrow().key());
    try (Journal journal = opened.journal()) {
      journal.write(List.of(entries.getLast()));
    }
    Opening.Writable third = open();
    third.journal().close();
    assertEquals(Optional.empty(), third.restored().damage());
  }

  /** Overwrites every second page after the first few with noise. */
  private static void spoil(Path store) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(store.toFile(), "rw")) {
      byte[] noise = new byte[4096];
      java.util.Arrays.fill(noise, (byte) 0x5a);
      for (long at = 4096 * 9L; at + 4096 <= file.length(); at += 8192) {
        file.seek(at);
        file.write(noise);
      }
    }
  }

  @Test
  void aTurnThatRunsOutOfMemoryKeepsNothingAndIsInNoWayOfTheNext() throws Exception {
    aDay(10);
    try (Journal journal = open().journal()) {
      List<Entry> dying = new AbstractList<>() {
        @Override
        public Entry get(int i) {
          if (i == 100) throw new OutOfMemoryError("played");
          return entries.get(i);
        }

        @Override
        public int size() {
          return entries.size();
        }
      };
      assertThrows(OutOfMemoryError.class, () -> journal.write(dying));
      journal.write(entries);
      assertEquals(entries.size(), journal.seq());
    }
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(board, again.restored().board().orElseThrow());
  }

  @Test
  void aFullDiskLosesNothingThatItTakesLater() throws Exception {
    aDay(10);
    Opening.Writable opened = open();
    try (Journal journal = opened.journal()) {
      journal.write(entries.subList(0, 20));
      journal.limitPages(true);
      List<Entry> rest = entries.subList(20, entries.size());
      org.junit.jupiter.api.Assertions.assertThrows(SQLException.class, () -> journal.write(rest));
      journal.limitPages(false);
      journal.write(rest);
    }
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(board, again.restored().board().orElseThrow());
  }
}
