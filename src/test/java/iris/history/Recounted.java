package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Judged;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;

/** Whether all that was rolled up in a journal equals a recount from its windows. */
final class Recounted {
  private Recounted() {}

  /** @return windows that count, of all services */
  static long check(Path folder) throws Exception {
    long windows = 0;
    try (Connection db = Sqlite.readOnly(folder.resolve(Profile.STORE));
        JournalAnnals annals = new JournalAnnals(folder);
        PreparedStatement asking = Recount.asking(db, true)) {
      Windows all = new Windows(db);
      for (Known known : annals.services()) {
        List<Judged> counting = Recount.counting(
            Recount.rows(asking, all, all.number(known.service()).getAsInt(), 0, Long.MAX_VALUE, true));
        windows += counting.size();
        for (Grain grain : List.of(Grain.HOUR, Grain.DAY, Grain.MONTH))
          assertEquals(counting.size(), check(annals, known.service(), counting, grain), grain + " of " + known);
      }
    }
    return windows;
  }

  private static long check(JournalAnnals annals, String service, List<Judged> counting, Grain grain) throws Exception {
    long windows = 0;
    for (Stretch said : annals.stretches(service, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), grain)) {
      Stretch counted = Recount.of(counting, said.from(), said.to()).sum.stretch(said.from(), grain);
      assertTally(counted.plain(), said.plain());
      assertTally(counted.works(), said.works());
      assertEquals(with(counted, said), said);
      windows += said.windows();
    }
    return windows;
  }

  /** Sums of fractions differ in their last digits by the order in which they were added. */
  private static Stretch with(Stretch s, Stretch said) {
    return new Stretch(s.from(), s.to(), s.windows(), said.plain(), said.works(), s.total(), s.failed(), s.failures(),
        s.transaction(), s.responses(), s.p95s());
  }

  private static void assertTally(Tally counted, Tally said) {
    assertEquals(counted.good(), said.good(), 1e-6);
    assertEquals(List.of(counted.up(), counted.degraded(), counted.down(), counted.unknown()),
        List.of(said.up(), said.degraded(), said.down(), said.unknown()));
    assertEquals(counted.lost().keySet(), said.lost().keySet());
    counted.lost().forEach((origin, lost) -> assertTrue(Math.abs(lost - said.lost().get(origin)) < 1e-6));
  }
}
