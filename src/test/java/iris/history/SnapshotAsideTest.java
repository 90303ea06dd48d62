package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snapshot of each half hour holds nobody up who waits for what the journal keeps. */
class SnapshotAsideTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  private Now now = new Now(Fixtures.START.plusSeconds(304), Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
  private final BlockingQueue<Runnable> packing = new LinkedBlockingQueue<>();
  private final BlockingQueue<Entry> heard = new LinkedBlockingQueue<>();

  private Keeper keeper() {
    Journal journal = assertInstanceOf(Opening.Writable.class, Profile.open(folder, now.wall())).journal();
    return new Keeper(journal, heard::addAll, _ -> { }, packing::add);
  }

  /** Goes on when it was handed on. */
  private void step(Keeper keeper, Input input) throws InterruptedException {
    Entry entry = new Entry(now, input, board.after(input, now));
    board = entry.outcome().board();
    now = now.plus(Duration.ofSeconds(10));
    keeper.keep(entry);
    assertEquals(entry, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private long snapshots() throws SQLException {
    try (Connection db = Sqlite.readOnly(folder.resolve("journal.db"))) {
      return Sqlite.figure(db, "SELECT count(*) FROM snapshot");
    }
  }

  @Test
  void whatIsHeardWhileASnapshotIsMadeIsHandedOnAndTheSnapshotComesLater() throws Exception {
    Keeper keeper = keeper();
    step(keeper, new Input.Heard(Fixtures.published("siv", Fixtures.windows(5))));
    assertEquals(1, snapshots(), "without one nothing of a new profile would come back");
    now = now.plus(Journal.SNAPSHOT_EVERY);
    step(keeper, new Input.Tick());
    Runnable pack = packing.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    for (int i = 6; i < 9; i++) step(keeper, new Input.Heard(Fixtures.published("siv", Fixtures.windows(i))));
    assertEquals(1, snapshots());
    assertTrue(packing.isEmpty(), "one at a time");
    pack.run();
    step(keeper, new Input.Heard(Fixtures.published("siv", Fixtures.windows(9))));
    // Written in the turn before this one's, or in this one's.
    step(keeper, new Input.Tick());
    step(keeper, new Input.Tick());
    assertEquals(2, snapshots());
    // Killed: nobody makes a last one, and from that which was made aside it all comes back.
    try (Connection db = Sqlite.readOnly(folder.resolve("journal.db"))) {
      assertEquals(Optional.of(board), Replay.run(db).board());
    }
    keeper.close();
    assertEquals(3, snapshots());
  }

  @Test
  void oneThatCannotBeMadeIsLeftAndTheNextOneIsTried() throws Exception {
    Keeper keeper = keeper();
    step(keeper, new Input.Heard(Fixtures.published("siv", Fixtures.windows(5))));
    packing.clear();
    now = now.plus(Journal.SNAPSHOT_EVERY);
    step(keeper, new Input.Tick());
    assertTrue(packing.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) != null);
    keeper.close();
    assertEquals(2, snapshots(), "the last one, which the end makes itself");
    assertEquals(Optional.of(board), assertInstanceOf(Opening.Writable.class, Profile.open(folder, now.wall())).restored().board());
  }
}
