package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first snapshot of a run waits where a start can do without it, and only there. */
class SettlingTest {
  @TempDir Path folder;

  private Now now = new Now(Fixtures.START, Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);

  @BeforeEach
  void aFirstRun() throws SQLException {
    try (Journal journal = open()) {
      write(journal, new Input.Heard(Fixtures.published("siv", Fixtures.windows(5))));
      assertEquals(1, snapshots(), "without one nothing of a new profile would come back");
    }
  }

  private Journal open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, now.wall())).journal();
  }

  private void write(Journal journal, Input input) throws SQLException {
    Entry entry = new Entry(now, input, board.after(input, now));
    board = entry.outcome().board();
    journal.write(List.of(entry));
  }

  private long snapshots() throws SQLException {
    try (Connection db = Sqlite.readOnly(folder.resolve("journal.db"))) {
      return Sqlite.figure(db, "SELECT count(*) FROM snapshot");
    }
  }

  @Test
  void whoStartsFromASnapshotTakesTheNextOneAMinuteLater() throws SQLException {
    try (Journal journal = open()) {
      write(journal, new Input.Restarted(now.wall()));
      assertEquals(1, snapshots());
      now = now.plus(Journal.SETTLED.minusSeconds(1));
      write(journal, new Input.Tick());
      assertEquals(1, snapshots());
      now = now.plus(Duration.ofSeconds(1));
      write(journal, new Input.Tick());
      assertEquals(2, snapshots());
    }
  }

  @Test
  void whatWasHeardInThatMinuteIsThereAfterACrash() throws SQLException {
    try (Journal journal = open()) {
      write(journal, new Input.Restarted(now.wall()));
      now = now.plus(Duration.ofSeconds(20));
      write(journal, new Input.Heard(Fixtures.published("siv", Fixtures.windows(7))));
    }
    Restored restored = assertInstanceOf(Opening.Writable.class, Profile.open(folder, now.wall())).restored();
    assertEquals(Optional.of(board), restored.board());
  }

  @Test
  void whoIsKilledAgainAndAgainReplaysNoMoreEachTime() throws SQLException {
    try (Journal journal = open()) {
      for (int i = 0; i <= Profile.MOST_LEFT; i++) write(journal, new Input.Tick());
      assertEquals(1, snapshots());
    }
    try (Journal journal = open()) {
      write(journal, new Input.Tick());
      assertEquals(2, snapshots());
    }
  }

  @Test
  void aDamagedStoreIsLeftBehindByASnapshotAtOnce() throws SQLException {
    try (Journal journal = open()) {
      write(journal, new Input.Tick());
    }
    try (Connection db = Sqlite.writable(folder.resolve("journal.db"))) {
      Sqlite.execute(db, "UPDATE input SET body = x'00' WHERE seq = (SELECT max(seq) FROM input)");
    }
    try (Journal journal = open()) {
      write(journal, new Input.Tick());
      assertEquals(2, snapshots(), "or each start would stop at that row");
    }
  }
}
