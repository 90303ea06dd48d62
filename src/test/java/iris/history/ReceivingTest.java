package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.history.years.Afterwards;
import iris.history.years.Grain;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivingTest {
  private static final Instant FROM = Instant.parse("2026-11-22T14:00:00Z");

  @TempDir Path folder;

  private static Kept window(String service, int minutes) {
    Instant from = FROM.plusSeconds(60L * minutes);
    Window w = new Window(service, from, from.plusSeconds(300), Verdict.UP, 100, 0, Map.of(), new Timing(50, 40, 90, 95, 99),
        List.of(new Window.Response("ants-" + service, new Timing(30, 20, 60, 70, 80))), List.of());
    return new Kept(w.to().plusSeconds(5), service,
        new Judged(w, Verdict.UP, false, "urn:iris:" + service + ":window:" + from, "r", Optional.of(w.to())), How.NEW);
  }

  @Test
  void whatIsReadAfterAPeriodWasOverIsCountedOnceAWindowAndDated() throws Exception {
    Instant days = FROM.plusSeconds(3 * 86_400);
    try (Hold hold = Hold.of(folder).orElseThrow(); Connection db = hold.store(folder);
        Receiving receiving = new Receiving(db, -1)) {
      Sqlite.execute(db, "BEGIN");
      for (int minutes = 0; minutes < 30; minutes += 5) receiving.take(window("siv", minutes));
      for (int again = 1; again <= 2; again++) {
        Kept first = window("siv", 10);
        Judged j = first.window();
        receiving.take(new Kept(days.plusSeconds(again), "siv", new Judged(j.window(), Verdict.DOWN, false, j.guid(), "r" + again,
            Optional.of(days)), How.REVISION));
      }
      receiving.finish();
      Sqlite.execute(db, "COMMIT");
    }
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      Instant to = FROM.plusSeconds(1800);
      assertEquals(new Afterwards(1, Optional.of(days.plusSeconds(2))), annals.afterwards("siv", FROM, to, to.plusSeconds(900)));
      assertEquals(Afterwards.NOTHING, annals.afterwards("siv", FROM.plusSeconds(900), to, to.plusSeconds(900)));
      assertEquals(Afterwards.NOTHING, annals.afterwards("nobody", FROM, to, to));
    }
  }

  @Test
  void afterARollbackNothingIsTakenForWritten() throws Exception {
    try (Hold hold = Hold.of(folder).orElseThrow(); Connection db = hold.store(folder);
        Receiving receiving = new Receiving(db, -1)) {
      Sqlite.execute(db, "BEGIN");
      for (String service : List.of("siv", "vin")) receiving.take(window(service, 0));
      Sqlite.execute(db, "ROLLBACK");
      receiving.forget();
      // The other one first: numbers of names that were rolled back are given again.
      Sqlite.execute(db, "BEGIN");
      assertEquals(Receiving.Taken.NEW, receiving.take(window("vin", 0)));
      assertEquals(Receiving.Taken.NEW, receiving.take(window("vin", 5)));
      assertEquals(Receiving.Taken.NEW, receiving.take(window("siv", 0)));
      receiving.finish();
      Sqlite.execute(db, "COMMIT");
    }
    try (JournalAnnals annals = new JournalAnnals(folder)) {
      assertEquals(List.of("siv", "vin"), annals.services().stream().map(k -> k.service()).toList());
      var vin = annals.stretches("vin", FROM, FROM.plusSeconds(3600), Grain.HOUR).getFirst();
      assertEquals(2, vin.windows());
      assertEquals(java.util.Set.of("ants-vin"), vin.responses().keySet());
    }
    assertEquals(3, Recounted.check(folder));
  }
}
