package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.contract.Availability.Judgement;
import iris.history.contract.Hours.Shift;
import iris.history.contract.Ledger.Depth;
import iris.history.story.Episode;
import iris.history.story.Unreadable;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.signal.Origin;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant START = Instant.parse("2026-10-31T23:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-15T00:00:00Z");
  private static final Period NOVEMBER = Period.of(Period.Unit.MONTH, LocalDate.parse("2026-11-15"), PARIS);
  private static final Contract USUAL = Contract.usual("siv", 0.999, PARIS);

  private static Account account(Shelf shelf, Contract c, Period p, Depth depth) throws Unreadable {
    return Ledger.of(shelf, c, p, LATER, depth, Map.of("siv", "feed")).accounts().getFirst();
  }

  private static Contract hours(String from, String to, ZoneId zone, boolean maintenance) {
    return new Contract("siv", "SIV", List.of("siv"), 0.999, zone,
        Hours.daily(new Shift(LocalTime.parse(from), LocalTime.parse(to))), Set.of(LocalDate.parse("2026-11-11")), maintenance,
        Contract.ALL, Period.Unit.MONTH, Optional.empty(), Optional.empty());
  }

  /** A month of windows with all that happens to windows, from the evening before it to the morning after. */
  private static List<Stretch> wild(long seed) {
    Random random = new Random(seed);
    List<Stretch> all = new ArrayList<>();
    Instant end = NOVEMBER.to().plusSeconds(36_000);
    char kind = 'U';
    for (Instant at = NOVEMBER.from().minusSeconds(36_000); at.isBefore(end); at = at.plus(Made.FIVE)) {
      if (random.nextInt(kind == 'U' ? 60 : 8) == 0) kind = "UUUDGNMX?".charAt(random.nextInt(9));
      if (kind == 'U' && random.nextInt(3) == 0)
        all.add(Made.window(at, Verdict.UP, 1000, 3, Map.of(Origin.PROVIDER, 1L, Origin.EXTERNAL, 2L)));
      else all.addAll(Made.windows(at, kind + "1"));
    }
    return all;
  }

  private static void same(Counts one, Counts other, String what) {
    assertEquals(one.maintenance(), other.maintenance(), what);
    assertEquals(one.unmeasured(), other.unmeasured(), what);
    assertEquals(one.known(), other.known(), what);
    assertEquals(one.measured().down(), other.measured().down(), what);
    assertEquals(one.measured().good(), other.measured().good(), 1e-3, what);
    for (Origin o : Origin.values()) assertEquals(one.lost(o), other.lost(o), 1e-3, what + " " + o);
  }

  @Test
  void hoursTellTheSameAsWindowsWhateverTheZoneAndTheHoursOfService() throws Unreadable {
    for (long seed = 1; seed <= 3; seed++) {
      Shelf shelf = new Shelf(wild(seed));
      shelf.pauses.add(new Pause("siv", Suppression.Kind.MAINTENANCE, START.plusSeconds(100_000), Optional.of(START.plusSeconds(180_000)), "m", "r"));
      for (Contract c : List.of(USUAL, hours("08:30", "18:00", PARIS, false), hours("22:00", "06:15", PARIS, true),
          Contract.usual("siv", 0.99, ZoneId.of("Asia/Kolkata")))) {
        Period p = Period.of(Period.Unit.MONTH, LocalDate.parse("2026-11-15"), c.zone());
        Account brief = account(shelf, c, p, Depth.BRIEF);
        Account whole = account(shelf, c, p, Depth.WHOLE);
        same(whole.counts(), brief.counts(), c.zone() + " " + seed);
        assertEquals(whole.outages(Outages.Basis.WINDOWS), brief.outages(Outages.Basis.WINDOWS));
        assertEquals(whole.punctuality(), brief.punctuality());
        assertEquals(c.promised(p).seconds(), brief.counts().counted() + brief.counts().maintenance(), "every second once");
        Counts days = brief.parts(Period.Unit.DAY).stream().map(Account.Part::counts).reduce(Counts.NONE, Counts::plus);
        same(whole.counts(), days, "sum of days");
        same(whole.counts(), brief.hoursOfDay().values().stream().reduce(Counts.NONE, Counts::plus), "sum of hours");
      }
    }
  }

  @Test
  void aCalmMonthIsReadFromItsHours() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U4000 D3 U4637"));
    Account a = account(shelf, USUAL, NOVEMBER, Depth.BRIEF);
    assertTrue(shelf.windowsRead < 100, "read " + shelf.windowsRead);
    assertEquals(Judgement.MET, a.availability().judgement());
    assertEquals(15, a.availability().used(), 1e-9);
    assertEquals(1, a.outages(Outages.Basis.WINDOWS).count());
    assertFalse(a.running());
  }

  @Test
  void whereWindowsWereForgottenTheirHoursStillCount() throws Unreadable {
    List<Stretch> windows = Made.windows(START, "U4000 D3 ?5 U4632");
    Shelf kept = new Shelf(windows);
    Shelf forgotten = new Shelf(windows) {
      @Override
      public List<Stretch> stretches(String service, Instant from, Instant to, iris.history.years.Grain grain) {
        return grain == iris.history.years.Grain.WINDOW ? List.of() : super.stretches(service, from, to, grain);
      }
    };
    same(account(kept, USUAL, NOVEMBER, Depth.BRIEF).counts(), account(forgotten, USUAL, NOVEMBER, Depth.BRIEF).counts(), "");
    Outages outages = account(forgotten, USUAL, NOVEMBER, Depth.BRIEF).outages(Outages.Basis.WINDOWS);
    assertEquals(1, outages.count());
    assertEquals(900, outages.all().getFirst().known());
  }

  @Test
  void theDaysOnWhichClocksChangeAreJudgedByTheirOwnLength() throws Unreadable {
    for (String[] day : new String[][] {{"2026-03-29", "276"}, {"2026-10-25", "300"}}) {
      Period p = Period.of(Period.Unit.DAY, LocalDate.parse(day[0]), PARIS);
      Account a = account(new Shelf(Made.windows(p.from(), "D1 U" + (Integer.parseInt(day[1]) - 1))), USUAL, p, Depth.BRIEF);
      assertEquals(Long.parseLong(day[1]) * 300, a.counts().counted());
      assertEquals(1, a.availability().coverage());
      assertEquals(Integer.parseInt(day[1]) * 0.005, a.availability().budget(), 1e-9);
    }
    Period autumn = Period.of(Period.Unit.DAY, LocalDate.parse("2026-10-25"), PARIS);
    Account a = account(new Shelf(Made.windows(autumn.from(), "U300")), USUAL, autumn, Depth.BRIEF);
    assertEquals(24, a.hoursOfDay().size());
    assertEquals(7200, a.hoursOfDay().get(2).counted(), "two o'clock comes twice");
  }

  @Test
  void whyNothingWasMeasuredIsSaidWhereItIsKnown() throws Unreadable {
    // 0-1 h unknown said, 2-3 h stopped, 4-5 h lost, 6-7 h silent, 8-9 h out of service, 10-11 h nobody knows.
    Shelf shelf = new Shelf(Made.windows(START, "N12 U12 ?12 U12 ?12 U12 ?12 U12 ?12 U12 ?12 U168"));
    shelf.console.add(new Transition.Noted(START.plusSeconds(10_800), "iris",
        Reason.of("alarm.note.restarted", START.plusSeconds(7_200), START.plusSeconds(10_800))));
    shelf.told.add(changed(4 * 3600 + 900, Shown.UP, Shown.LOST));
    shelf.told.add(changed(5 * 3600, Shown.LOST, Shown.UP));
    shelf.episodes.put("siv", List.of(episode(AlarmKey.Kind.SERVICE_SILENT, 6 * 3600, 7 * 3600, Optional.empty())));
    shelf.pauses.add(new Pause("siv", Suppression.Kind.OUT_OF_SERVICE, START.plusSeconds(8 * 3600), Optional.of(START.plusSeconds(9 * 3600)), "a", "r"));
    Period day = Period.between(START.minusSeconds(3600), START.plusSeconds(86_400));
    Account a = account(shelf, USUAL, day, Depth.BRIEF);
    for (Cause cause : Cause.values()) assertEquals(3600, a.counts().unmeasured().getOrDefault(cause, 0L), cause.name());
  }

  private static Transition changed(long at, Shown from, Shown to) {
    return new Transition.Changed(START.plusSeconds(at), "siv", from, to,
        new OriginVerdict(OriginVerdict.Fault.NORMAL, OriginVerdict.Confidence.HIGH, List.of()));
  }

  private static Episode episode(AlarmKey.Kind kind, long from, long to, Optional<OriginVerdict.Fault> fault) {
    return new Episode("siv|" + kind + "@" + from, new AlarmKey(kind, "siv"), "SIV", Priority.P1, START.plusSeconds(from),
        START.plusSeconds(from + 900), Optional.of(START.plusSeconds(to)), Optional.of(Duration.ofSeconds(150)), Optional.of(START.plusSeconds(to)),
        fault.map(f -> new OriginVerdict(f, OriginVerdict.Confidence.HIGH, List.of())), Optional.empty());
  }

  @Test
  void whatNoFailureTellsIsTheFaultOfWhomTheEpisodeBlames() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U12 D3 U9 D1 U11 G1 U251"));
    shelf.episodes.put("siv", List.of(episode(AlarmKey.Kind.OUTAGE, 3600, 4500, Optional.of(OriginVerdict.Fault.EXTERNAL))));
    Period day = Period.of(Period.Unit.DAY, START, PARIS);
    Counts counts = account(shelf, USUAL, day, Depth.BRIEF).counts();
    assertEquals(900, counts.lost(Origin.EXTERNAL), 1e-6);
    assertEquals(300, counts.lost(Origin.UNKNOWN), 1e-6);
    assertEquals(30, counts.lost(Origin.PROVIDER), 1e-6);
    assertEquals(1230, counts.lost(), 1e-6);
    Outages episodes = account(shelf, USUAL, day, Depth.BRIEF).outages(Outages.Basis.EPISODES);
    assertEquals(15, episodes.repair().orElseThrow());
    assertEquals(Optional.of(Duration.ofSeconds(150)), episodes.unsure());
  }

  @Test
  void silenceInMaintenanceIsMaintenanceUnlessTheContractCountsIt() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U24 M4 ?8 U252"));
    shelf.pauses.add(new Pause("siv", Suppression.Kind.MAINTENANCE, START.plusSeconds(7200), Optional.of(START.plusSeconds(10_800)), "a", "r"));
    Period day = Period.of(Period.Unit.DAY, START, PARIS);
    Account out = account(shelf, USUAL, day, Depth.BRIEF);
    assertEquals(3600, out.counts().maintenance());
    assertEquals(82_800, out.counts().counted());
    assertEquals(1, out.availability().coverage());
    Account in = account(shelf, hours("00:00", "00:00", PARIS, true), day, Depth.BRIEF);
    assertEquals(0, in.counts().maintenance());
    assertEquals(2400, in.counts().unknown());
  }

  @Test
  void aPeriodThatRunsIsCountedToItsNewestWindowAndHasABurn() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U2868 D6 U2 D4"));
    Instant now = START.plusSeconds(2880 * 300 + 400);
    Account a = Ledger.of(shelf, USUAL, NOVEMBER, now, Depth.BRIEF, Map.of()).accounts().getFirst();
    assertTrue(a.running());
    assertEquals(2880 * 300, a.counts().counted());
    Burn burn = a.burn().orElseThrow();
    assertEquals(43.2, burn.budget(), 1e-9);
    assertEquals(50, burn.period().used(), 1e-9);
    assertTrue(burn.left() < 0);
    assertEquals(Optional.of(Duration.ZERO), burn.lasts());
    assertEquals(10.0 / 12 / 0.001, burn.hour().burn().orElseThrow(), 1e-6);
    assertEquals(10.0 / 288 / 0.001, burn.day().burn().orElseThrow(), 1e-6);
    assertEquals(Optional.empty(), account(shelf, USUAL, NOVEMBER, Depth.BRIEF).burn());
  }

  @Test
  void theBudgetLastsAsLongAsThePaceOfTheLastDayAllows() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U2877 D3"));
    Burn burn = Ledger.of(shelf, USUAL, NOVEMBER, START.plusSeconds(2880 * 300 + 400)).accounts().getFirst().burn().orElseThrow();
    // 28.2 minutes are left, and 15 go a day.
    assertEquals(28.2 / 15, burn.lasts().orElseThrow().toSeconds() / 86_400.0, 1e-3);
  }

  @Test
  void aContractOfSeveralServicesIsKeptWhereEachKeepsIt() throws Unreadable {
    Contract both = new Contract("c", "C", List.of("siv", "other"), 0.999, PARIS, Hours.ALWAYS, Set.of(), false, Contract.ALL,
        Period.Unit.MONTH, Optional.empty(), Optional.empty());
    Ledger ledger = Ledger.of(new Shelf(Made.windows(START, "U8640")), both, NOVEMBER, LATER);
    assertEquals(Judgement.MET, ledger.accounts().getFirst().availability().judgement());
    assertEquals(Judgement.INDETERMINATE, ledger.judgement());
    assertEquals(Map.of(Cause.BEFORE, NOVEMBER.span().seconds()), ledger.accounts().getLast().counts().unmeasured());
  }

  @Test
  void aPeriodThatIsStillToComeHasNothingInIt() throws Unreadable {
    Account a = Ledger.of(new Shelf(Made.windows(START, "U12")), USUAL, NOVEMBER, START.minusSeconds(86_400)).accounts().getFirst();
    assertEquals(Counts.NONE, a.counts());
    assertEquals(Optional.empty(), a.burn());
    assertEquals(Tally.NONE, a.counts().measured());
  }
}
