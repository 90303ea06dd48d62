package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.signal.Item;
import iris.signal.Verdict;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sets this machine's clock ten years ahead, and nobody looks for a night. */
class ClockAheadTest {
  private static final Duration TEN_YEARS = Duration.ofDays(3653);

  private static final int TURNS = 60;

  @TempDir Path folder;
  private Now now = new Now(Fixtures.START.plusSeconds(304), Duration.ofSeconds(1000));
  private Board board = Board.first(
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);

  private Entry step(Input input) {
    Entry entry = new Entry(now, input, board.after(input, now));
    board = entry.outcome().board();
    return entry;
  }

  private Journal journal() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, Fixtures.START)).journal();
  }

  private long windows() throws Exception {
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE))) {
      return Sqlite.figure(db, "SELECT count(*) FROM window");
    }
  }

  @Test
  void theHistoryIsNotDroppedAsIfItWereTenYearsOld() throws Exception {
    List<Item> items = new ArrayList<>();
    List<Entry> hours = new ArrayList<>();
    for (int w = 0; w < 24; w++) {
      items.add(Fixtures.window(w, Verdict.UP));
      now = new Now(Fixtures.START.plusSeconds(300L * w + 304), now.mono().plusSeconds(20));
      hours.add(step(new Input.Heard(Fixtures.published("siv", items))));
    }
    try (Journal journal = journal()) {
      journal.write(hours);
    }
    long before = windows();
    assertTrue(before >= 24, () -> before + " windows");
    now = new Now(now.wall().plus(TEN_YEARS), now.mono());
    Semaphore kept = new Semaphore(0);
    try (Keeper keeper = new Keeper(journal(), entries -> kept.release(entries.size()), health -> {})) {
      // One by one: each turn of the journal's thread would drop its portion.
      for (int tick = 0; tick < TURNS; tick++) {
        now = now.plus(Duration.ofSeconds(10));
        keeper.keep(step(new Input.Tick()));
        assertTrue(kept.tryAcquire(60, TimeUnit.SECONDS));
      }
    }
    assertEquals(before, windows());

    // By a clock that is sure it would go.
    try (Journal journal = journal()) {
      for (int turn = 0; turn < TURNS; turn++) journal.tidy(now.wall());
    }
    assertEquals(0, windows());
  }
}
