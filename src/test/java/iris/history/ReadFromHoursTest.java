package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Transition;
import iris.history.contract.Account;
import iris.history.contract.Contract;
import iris.history.contract.Hours;
import iris.history.contract.Ledger;
import iris.history.contract.Outages.Basis;
import iris.history.contract.Period;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.signal.Origin;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of real series, with late windows and revisions: its report comes from hours, and says what windows say. */
class ReadFromHoursTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int SERVICES = 3;

  @TempDir Path folder;

  /** The journal as it is asked. @param quick whether it tells percentiles by the hour; else every window is read */
  private static final class Asked implements Annals {
    private final Annals years;
    private final boolean quick;
    private long windows;

    Asked(Annals years, boolean quick) {
      this.years = years;
      this.quick = quick;
    }

    @Override
    public List<Known> services() throws Unreadable {
      return years.services();
    }

    @Override
    public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) throws Unreadable {
      List<Stretch> all = years.stretches(service, from, to, grain);
      if (grain == Grain.WINDOW) windows += all.size();
      return all;
    }

    @Override
    public Map<Instant, List<Long>> p95s(String service, Instant from, Instant to) throws Unreadable {
      return quick ? years.p95s(service, from, to) : Map.of();
    }

    @Override
    public List<Pause> pauses(String service, Instant from, Instant to) throws Unreadable {
      return years.pauses(service, from, to);
    }

    @Override
    public List<Episode> episodes(String subject, Instant from, Instant to) throws Unreadable {
      return years.episodes(subject, from, to);
    }

    @Override
    public List<Transition> told(String subject, Instant from, Instant to) throws Unreadable {
      return years.told(subject, from, to);
    }

    @Override
    public void close() {
      years.close();
    }
  }

  private LongRun run() throws Exception {
    LongRun run = new LongRun(RealSeries.orSkip(), Instant.parse("2026-09-29T00:00:00Z"), 36, SERVICES, 7);
    try (Hold hold = Hold.of(folder).orElseThrow(); Connection db = hold.store(folder); Bulk bulk = new Bulk(db, run)) {
      Sqlite.execute(db, "BEGIN");
      for (int service = 0; service < SERVICES; service++) bulk.service(service);
      Sqlite.execute(db, "COMMIT");
    }
    return run;
  }

  private static Contract contract(int service, boolean office) {
    Hours hours = office ? Hours.daily(new Hours.Shift(LocalTime.of(8, 30), LocalTime.of(18, 0))) : Hours.ALWAYS;
    return new Contract("c", "C", List.of(LongRun.key(service)), 0.999, PARIS, hours, Set.of(), office,
        office ? Set.of(Origin.PROVIDER, Origin.UNKNOWN) : Contract.ALL, Period.Unit.MONTH, Optional.of(Duration.ofSeconds(2)),
        Optional.empty());
  }

  @Test
  void whatHoursTellIsWhatTheirWindowsTellToTheMillisecond() throws Exception {
    Instant now = run().end();
    Period october = Period.of(Period.Unit.MONTH, LocalDate.parse("2026-10-15"), PARIS);
    try (Asked quick = new Asked(new JournalAnnals(folder), true); Asked slow = new Asked(new JournalAnnals(folder), false)) {
      for (int service = 0; service < SERVICES; service++)
        for (boolean office : new boolean[] {false, true}) {
          Contract c = contract(service, office);
          Account one = Ledger.of(quick, c, october, now).accounts().getFirst();
          Account other = Ledger.of(slow, c, october, now).accounts().getFirst();
          assertEquals(other.response().percentiles(), one.response().percentiles());
          assertEquals(other.response().total(), one.response().total());
          assertEquals(other.response().whole().sum(), one.response().whole().sum(), 1e-3);
          assertEquals(other.response().failures(), one.response().failures());
          assertEquals(other.outages(Basis.WINDOWS), one.outages(Basis.WINDOWS));
          assertEquals(other.punctuality(), one.punctuality());
          assertEquals(other.counts().unmeasured(), one.counts().unmeasured());
          assertEquals(other.counts().lost(), one.counts().lost(), 1e-5);
          for (Origin origin : Origin.values())
            assertEquals(other.counts().lost(origin), one.counts().lost(origin), 1e-5, origin.name());
        }
      assertTrue(quick.windows * 2 < slow.windows, "read " + quick.windows + " windows of " + slow.windows);
    }
  }
}
