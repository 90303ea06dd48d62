package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.signal.Item;
import iris.signal.Verdict;
import iris.store.Exhausted;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept long enough goes bit by bit, and what was counted of it stands. */
class SweepTest {
  private static final Instant T = Fixtures.START;

  @TempDir Path folder;

  private Board board = Board.first(new Rules(
      List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()),
      new Now(T, Duration.ZERO));

  private void live(Journal journal, Duration from, Duration to, Duration step) throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (Duration at = from; at.compareTo(to) < 0; at = at.plus(step)) {
      Now now = new Now(T.plus(at), at);
      int newest = (int) (at.toSeconds() / 300) - 1;
      List<Item> items = new ArrayList<>();
      for (int i = Math.max(0, newest - 11); i <= newest; i++)
        items.add(Fixtures.window(i, i % 96 == 10 ? Verdict.DOWN : Verdict.UP));
      Input input = new Input.Heard(Fixtures.published("siv", items));
      Entry entry = new Entry(now, input, board.after(input, now));
      board = entry.outcome().board();
      entries.add(entry);
      if (entries.size() == 6) {
        journal.write(entries);
        entries.clear();
      }
    }
  }

  private Journal open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, T)).journal();
  }

  private long figure(String sql) throws Exception {
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE))) {
      return Sqlite.figure(db, sql);
    }
  }

  private static void tidy(Journal journal, Instant now) throws Exception {
    for (int turn = 0; turn < 5_000; turn++) journal.tidy(now);
  }

  @Test
  void aPortionThatRunsOutOfMemoryIsInNoWayOfTheNextCommit() throws Exception {
    try (Journal journal = open()) {
      live(journal, Duration.ofMinutes(56), Duration.ofDays(1), Duration.ofHours(1));
    }
    Exhausted memory = new Exhausted();
    try (Connection db = Sqlite.writable(folder.resolve(Profile.STORE))) {
      Sweep sweep = new Sweep(memory.on(db));
      memory.once(0);
      assertThrows(OutOfMemoryError.class, () -> sweep.step(Retention.USUAL, T.plus(Duration.ofDays(4_000))));
      Sqlite.execute(db, "BEGIN IMMEDIATE");
      Sqlite.execute(db, "ROLLBACK");
    }
  }

  @Test
  void eachKindStaysAsLongAsItIsWanted() throws Exception {
    Instant end = T.plus(Duration.ofDays(9));
    try (Journal journal = open(); JournalAnnals annals = new JournalAnnals(folder)) {
      live(journal, Duration.ofMinutes(56), Duration.ofDays(9), Duration.ofHours(1));
      List<Stretch> days = annals.stretches("siv", Instant.EPOCH, end, Grain.DAY);
      assertEquals(9, days.size());
      journal.keep(new Retention(Duration.ofDays(3), Duration.ofDays(4), Duration.ofDays(400), Duration.ofDays(400),
          Duration.ofDays(5), Duration.ofDays(2)));
      tidy(journal, end);
      assertEquals(days, annals.stretches("siv", Instant.EPOCH, end, Grain.DAY), "what was counted stands");
      assertEquals(T.plus(Duration.ofDays(6)).getEpochSecond(), figure("SELECT min(start) FROM window"));
      assertEquals(T.plus(Duration.ofDays(5)).getEpochSecond(), figure("SELECT min(start) FROM hour"));
      assertEquals(0, figure("SELECT count(*) FROM transition WHERE wall < " + end.minus(Duration.ofDays(2)).toEpochMilli()));
      assertEquals(figure("SELECT count(*) FROM transition"), figure("SELECT count(*) FROM mention"));
      assertEquals(0, figure("SELECT count(*) FROM episode WHERE closed < " + end.minus(Duration.ofDays(2)).toEpochMilli()));
      assertTrue(figure("SELECT count(*) FROM episode") > 0);
      long oldest = figure("SELECT min(wall) FROM snapshot");
      assertTrue(oldest <= end.minus(Duration.ofDays(5)).toEpochMilli(), "the oldest instant can be reached");
      assertEquals(figure("SELECT min(seq) FROM snapshot") + 1, figure("SELECT min(seq) FROM input"));
    }
  }

  @Test
  void aLateRevisionOfADayWhoseWindowsAreGoneDoesNotUndoTheDay() throws Exception {
    Instant end = T.plus(Duration.ofDays(9));
    try (Journal journal = open(); JournalAnnals annals = new JournalAnnals(folder)) {
      live(journal, Duration.ofMinutes(56), Duration.ofDays(9), Duration.ofHours(1));
      List<List<Stretch>> before = all(annals, end);
      journal.keep(new Retention(Duration.ofDays(3), Duration.ofDays(400), Duration.ofDays(400), Duration.ofDays(400),
          Duration.ofDays(5), Duration.ofDays(5)));
      tidy(journal, end);
      Now now = new Now(end, Duration.ofDays(9));
      Input old = new Input.Heard(Fixtures.published("siv", List.of(Fixtures.window(30, Verdict.DEGRADED))));
      journal.write(List.of(new Entry(now, old, board.after(old, now))));
      assertEquals(before, all(annals, end));
    }
  }

  private static List<List<Stretch>> all(JournalAnnals annals, Instant end) throws Exception {
    return List.of(annals.stretches("siv", Instant.EPOCH, end, Grain.HOUR), annals.stretches("siv", Instant.EPOCH, end, Grain.DAY),
        annals.stretches("siv", Instant.EPOCH, end, Grain.MONTH));
  }

  @Test
  void snapshotsThinOutWithTheirAgeAndTheNewestStays() {
    Instant now = T.plus(Duration.ofDays(30));
    List<Thinning.Point> all = LongStream.rangeClosed(1, 1440)
        .mapToObj(i -> new Thinning.Point(i, T.plus(Duration.ofMinutes(30 * i)))).toList();
    List<Long> gone = Thinning.surplus(all, now, 100);
    List<Thinning.Point> left = all.stream().filter(p -> !gone.contains(p.seq())).toList();
    assertEquals(100, left.getFirst().seq());
    assertEquals(1440, left.getLast().seq());
    assertTrue(left.size() < 320, "left: " + left.size());
    for (int i = 1; i < left.size(); i++) {
      Duration apart = Duration.between(left.get(i - 1).wall(), left.get(i).wall());
      boolean near = left.get(i).wall().isAfter(now.minus(Duration.ofDays(3)));
      assertTrue(apart.compareTo(near ? Duration.ofMinutes(30) : Thinning.APART) <= 0 || near && apart.compareTo(Thinning.APART) <= 0, apart::toString);
    }
    assertEquals(List.of(), Thinning.surplus(left, now, 100), "what was thinned is not thinned again");
  }
}
