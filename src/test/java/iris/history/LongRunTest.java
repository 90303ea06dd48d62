package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The years of the benchmarks are those that a console would have kept. */
class LongRunTest {
  private static final Instant START = Instant.parse("2026-10-12T22:00:00Z");

  @TempDir Path folder;

  private Connection store(String name) throws Exception {
    try (Hold hold = Hold.of(folder.resolve(name)).orElseThrow()) {
      return hold.store(folder.resolve(name));
    }
  }

  @Test
  void writingInBulkGivesTheTablesThatReceivingGives() throws Exception {
    LongRun run = new LongRun(RealSeries.orSkip(), START, 25, 2, 7);
    try (Connection bulk = store("bulk"); Connection slow = store("slow")) {
      Sqlite.execute(bulk, "BEGIN");
      Sqlite.execute(slow, "BEGIN");
      try (Bulk fast = new Bulk(bulk, run); Receiving receiving = new Receiving(slow, -1)) {
        for (int service = 0; service < run.services(); service++) {
          fast.service(service);
          run.run(service, (_, rows) -> {
            for (LongRun.Row row : rows) assertEquals(Receiving.Taken.NEW, receiving.take(row.kept()));
          });
        }
        receiving.finish();
      }
      Sqlite.execute(bulk, "COMMIT");
      Sqlite.execute(slow, "COMMIT");
      for (Grain grain : List.of(Grain.HOUR, Grain.DAY, Grain.MONTH))
        for (int service = 0; service < run.services(); service++)
          assertEquals(stretches(slow, service, grain), stretches(bulk, service, grain), grain + " " + service);
      assertEquals(figures(slow, "count(*), sum(total), sum(failed), sum(mean), sum(how), sum(read)"),
          figures(bulk, "count(*), sum(total), sum(failed), sum(mean), sum(how), sum(read)"));
      try (Audit audit = new Audit(bulk)) {
        audit.run();
        assertEquals(Optional.empty(), audit.first());
      }
    }
  }

  private static List<Stretch> stretches(Connection db, int service, Grain grain) throws Exception {
    List<Stretch> all = new ArrayList<>();
    new Ledger(db).read(LongRun.key(service), grain, Optional.empty(), Optional.empty(), all::add);
    assertTrue(!all.isEmpty(), "nothing of " + grain);
    return all;
  }

  private static List<Object> figures(Connection db, String of) throws Exception {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("SELECT " + of + " FROM window")) {
      List<Object> all = new ArrayList<>();
      for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) all.add(r.getObject(i));
      return all;
    }
  }

  @Test
  void theYearsHaveOutagesGapsAndTraffic() throws Exception {
    LongRun run = new LongRun(RealSeries.orSkip(), START, 120, 3, 7);
    for (int service = 0; service < run.services(); service++) {
      long[] n = new long[4];
      run.run(service, (_, rows) -> {
        n[0] += rows.size();
        for (LongRun.Row row : rows) {
          n[1] += row.kept().window().verdict() == iris.signal.Verdict.DOWN ? 1 : 0;
          n[2] += row.kept().window().window().total();
          n[3] += row.kept().how() == iris.alarm.Transition.Kept.How.REVISION ? 1 : 0;
        }
      });
      String said = java.util.Arrays.toString(n);
      assertTrue(n[0] > 120 * 288 * 0.99 && n[0] < 120 * 288, said);
      assertTrue(n[1] > 0 && n[1] < n[0] / 10 && n[2] > n[0] && n[3] > 0, said);
    }
  }
}
