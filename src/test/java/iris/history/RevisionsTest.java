package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Judged;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.history.years.Grain;
import iris.signal.Reason;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that revises its newest window again and again: what is counted stays right, and the past is not read for it. */
class RevisionsTest {
  private static final Instant START = Instant.parse("2026-10-31T22:40:00Z");
  private static final int SERVICES = 3;

  @TempDir Path folder;

  private final Board board = Board.first(new Rules(List.of(), Map.of()), new Now(START, Duration.ZERO));

  @Test
  void theHourTheDayAndTheMonthOfManyRevisionsAreThoseOfTheLastOfEach() throws Exception {
    try (Journal journal = open()) {
      // Over the ends of an hour, a day and a month, each window revised after the next one began as well.
      for (int window = 0; window < 24; window++)
        for (int revision = 0; revision < 6; revision++)
          for (int service = 0; service < SERVICES; service++) {
            journal.write(List.of(entry(kept(service, window, revision))));
            if (window > 0 && revision == 3) journal.write(List.of(entry(kept(service, window - 1, 50 + revision))));
          }
      assertEquals(24 * SERVICES, Recounted.check(folder));
    }
  }

  @Test
  void aRevisionIsCountedWithoutReadingTheHourAgain() throws Exception {
    try (Journal journal = open(); Connection beside = Sqlite.writable(folder.resolve(Profile.STORE))) {
      for (int window = 0; window < 3; window++) journal.write(List.of(entry(kept(0, window, 0))));
      Sqlite.execute(beside, "UPDATE window SET total = 1, failed = 0");
      Sqlite.execute(beside, "DELETE FROM day");
      journal.write(List.of(entry(kept(0, 2, 1))));
      assertEquals(3_000, total(Grain.HOUR));
      assertEquals(3_000, total(Grain.DAY));
      assertEquals(3_000, total(Grain.MONTH));
    }
  }

  @Test
  void whatWasTakenBackWithItsTransactionIsNotCounted() throws Exception {
    try (Journal journal = open()) {
      for (int window = 0; window < 3; window++) journal.write(List.of(entry(kept(0, window, 0))));
      Outcome broken = new Outcome(board, List.of(new Transition.Noted(nobodyKnowsWhen(), "s0", Reason.of("a.note"))));
      List<Entry> entries = List.of(entry(kept(0, 3, 0)), entry(kept(0, 2, 7)),
          new Entry(new Now(START, Duration.ZERO), new Input.Tick(), broken));
      assertThrows(RuntimeException.class, () -> journal.write(entries));
      journal.write(List.of(entry(kept(0, 2, 1))));
      assertEquals(3, Recounted.check(folder));
      assertEquals(3_000, total(Grain.MONTH));
    }
  }

  @Test
  void anHourThatWasCountedBeforeALongerWindowWasKnownIsCountedAsItsRowsSay() throws Exception {
    Instant eleven = START.plusSeconds(1200);
    try (Journal journal = open()) {
      journal.write(List.of(entry(window(eleven.minusSeconds(600), 300, Verdict.UP, 360))));
      journal.write(List.of(entry(window(eleven.plusSeconds(600), 300, Verdict.UP, 360))));
      journal.write(List.of(entry(window(eleven.plusSeconds(1200), 900, Verdict.UP, 960))));
      // Longer than it was, and yet not the one that counts: the other was published after it.
      journal.write(List.of(entry(window(eleven.minusSeconds(600), 900, Verdict.DOWN, 300))));
      assertEquals(3, Recounted.check(folder));
    }
  }

  /** @param published seconds after its start */
  private static Kept window(Instant from, int seconds, Verdict verdict, int published) {
    Window w = new Window("s0", from, from.plusSeconds(seconds), verdict, 1000, verdict == Verdict.DOWN ? 1000 : 0, Map.of(),
        new Timing(300, 250, 700, 900, 1200), List.of(), List.of());
    Judged judged = new Judged(w, verdict, false, "urn:" + from, "r" + published, Optional.of(from.plusSeconds(published)));
    return new Kept(from.plusSeconds(3600), "s0", judged, published < seconds ? How.REVISION : How.NEW);
  }

  /** What a mistake of ours would hand to the journal. */
  @SuppressWarnings("NullAway")
  private static Instant nobodyKnowsWhen() {
    return null;
  }

  private long total(Grain grain) throws Exception {
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      return annals.stretches("s0", START.minusSeconds(86_400 * 40L), START.plusSeconds(86_400 * 40L), grain).stream()
          .mapToLong(s -> s.total()).sum();
    }
  }

  private Kept kept(int service, int window, int revision) {
    Instant from = START.plusSeconds(300L * window);
    Instant to = from.plusSeconds(300);
    Timing t = new Timing(300 + revision, 250, 700 + 10 * revision, 900, 1200);
    Verdict verdict = revision % 4 == 3 ? Verdict.DEGRADED : Verdict.UP;
    Window w = new Window("s" + service, from, to, verdict, 1000, revision, Map.of(), t,
        List.of(new Window.Response("ants", t)), List.of());
    Instant published = to.plusSeconds(4 + revision);
    Judged judged = new Judged(w, verdict, false, "urn:s" + service + ":" + from, "r" + revision, Optional.of(published));
    return new Kept(published.plusMillis(120), "s" + service, judged, revision == 0 ? How.NEW : How.REVISION);
  }

  private Entry entry(Kept kept) {
    return new Entry(new Now(kept.at(), Duration.ZERO), new Input.Tick(), new Outcome(board, List.of(kept)));
  }

  private Journal open() throws SQLException {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, START)).journal();
  }
}
