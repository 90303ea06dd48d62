package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Drift;
import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.history.story.Unreadable;
import iris.signal.Incident;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Origin;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PunctualityTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant START = Instant.parse("2026-10-31T23:00:00Z");
  private static final Period NOVEMBER = Period.of(Period.Unit.MONTH, LocalDate.parse("2026-11-15"), PARIS);

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Transition.Spoken said(String id, int published, int read, int since, int closed, boolean vanished, Incident.Kind kind) {
    Optional<Instant> over = closed < 0 ? Optional.empty() : Optional.of(at(closed));
    Incident i = new Incident(id, "siv", "SIV indisponible", kind, closed < 0 && !vanished, Optional.of(Origin.EXTERNAL),
        Optional.empty(), Optional.of(at(since)), over, 1, "test", "");
    return new Transition.Spoken(at(read), "siv", i, vanished,
        vanished ? List.of() : List.of(new Quote(id + published, "t", "", Optional.of(at(published)))));
  }

  private static Transition.Spoken said(String id, int published, int read, int since, int closed) {
    return said(id, published, read, since, closed, false, Incident.Kind.OUTAGE);
  }

  @Test
  void anIncidentIsFoldedFromAllThatWasSaidOfIt() {
    List<Announced> all = Announced.of(List.of(said("a", 10, 12, 5, -1), said("a", 20, 21, 5, -1), said("a", 40, 43, 5, 38),
        said("m", 1, 1, 1, -1, false, Incident.Kind.MAINTENANCE), said("n", 1, 1, 1, -1, false, Incident.Kind.NOTICE)));
    Announced a = all.getFirst();
    assertEquals(1, all.size());
    assertEquals(List.of(at(5), at(10), at(12)), List.of(a.begin(), a.published(), a.read()));
    assertEquals(Optional.of(at(38)), a.returned());
    assertEquals(Optional.of(at(43)), a.returnRead());
  }

  @Test
  void oneThatOpensAgainHasNotReturned() {
    Announced a = Announced.of(List.of(said("a", 10, 12, 5, -1), said("a", 40, 43, 5, 38), said("a", 50, 51, 5, -1))).getFirst();
    assertEquals(Optional.empty(), a.returned());
    assertEquals(Optional.empty(), a.returnRead());
  }

  @Test
  void oneThatVanishedNeverReturned() {
    Announced a = Announced.of(List.of(said("a", 10, 12, 5, -1), said("a", 0, 90, 5, -1, true, Incident.Kind.OUTAGE))).getFirst();
    assertEquals(Optional.empty(), a.returned());
    assertEquals(Optional.of(at(90)), a.vanished());
    assertEquals(at(10), a.published());
  }

  @Test
  void aMonthHasItsMediansAndWhatWasNeverSaid() throws Unreadable {
    // Minutes: bad 60-75, 600-630, 1200-1205 and 2000-2020; nothing known 3000-3060.
    Shelf shelf = new Shelf(Made.windows(START, "U12 D3 U105 D6 U114 D1 U159 D4 U196 ?12 U8028"));
    shelf.told.addAll(List.of(said("a", 64, 65, 64, -1), said("a", 80, 81, 64, 80), said("b", 612, 613, 612, -1),
        said("b", 0, 640, 612, -1, true, Incident.Kind.OUTAGE), said("c", 2030, 2031, 2001, 2030),
        said("x", 5000, 5001, 5000, -1), said("x", 5030, 5031, 5000, 5030)));
    Account account = Ledger.of(shelf, Contract.usual("siv", 0.999, PARIS), NOVEMBER, NOVEMBER.to().plusSeconds(900_000))
        .accounts().getFirst();
    Punctuality p = account.punctuality();
    assertEquals(5, p.cases().size());
    assertEquals(Optional.of(Duration.ofMinutes(12)), p.untilNotice());
    assertEquals(Optional.of(Duration.ofSeconds(450)), p.untilReturn());
    assertEquals(1, p.neverAnnounced());
    assertEquals(1, p.withoutEffect());
    assertEquals(1, p.recoveriesNeverAnnounced());
    assertEquals(Duration.ofMinutes(60), p.unmeasured());
    assertEquals(List.of(p), List.copyOf(account.punctuality(Period.Unit.MONTH).values()));
    assertEquals(30, account.punctuality(Period.Unit.DAY).size());
  }

  @Test
  void anOutageOverTheEdgeOfTwoMonthsIsTheCaseOfTheOneThatItBeganIn() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START.minusSeconds(36_000), "U114 D12 U8620"));
    Contract c = Contract.usual("siv", 0.999, PARIS);
    Instant now = NOVEMBER.to().plusSeconds(900_000);
    Account november = Ledger.of(shelf, c, NOVEMBER, now).accounts().getFirst();
    Account october = Ledger.of(shelf, c, NOVEMBER.previous(PARIS), now).accounts().getFirst();
    assertEquals(0, november.punctuality().cases().size());
    assertEquals(1, october.punctuality().neverAnnounced());
    assertEquals(Optional.of(at(30)), october.punctuality().cases().getFirst().ourGood());
    assertEquals(1800, november.outages(Outages.Basis.WINDOWS).all().getFirst().known());
    assertEquals(1800, october.outages(Outages.Basis.WINDOWS).all().getFirst().known());
    assertEquals(1800, october.counts().lost(), 1e-9);
  }

  private Punctuality november(Shelf shelf) throws Unreadable {
    return Ledger.of(shelf, Contract.usual("siv", 0.999, PARIS), NOVEMBER, NOVEMBER.to().plus(Duration.ofDays(90)))
        .accounts().getFirst().punctuality();
  }

  @Test
  void aReturnThatIsAnnouncedWeeksAfterTheMonthIsItsReturn() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U120 D6 U8514"));
    int january = 60 * 24 * 65;
    shelf.told.addAll(List.of(said("b", 612, 613, 612, -1), said("b", january, january + 1, 612, january)));
    Punctuality p = november(shelf);
    assertEquals(0, p.recoveriesNeverAnnounced());
    assertEquals(Optional.of(Duration.ofMinutes(january - 630)), p.untilReturn());
  }

  @Test
  void whatWasAnnouncedWeeksBeforeTheMonthIsNoIncidentOfTheMonthThatClosesIt() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U8640"));
    int october = -60 * 24 * 20;
    // The provider never says since when it is.
    for (boolean over : new boolean[] {false, true}) {
      int minute = over ? 2000 : october;
      Incident i = new Incident("a", "siv", "SIV indisponible", Incident.Kind.OUTAGE, !over, Optional.of(Origin.EXTERNAL),
          Optional.empty(), Optional.empty(), over ? Optional.of(at(minute)) : Optional.empty(), 1, "test", "");
      shelf.told.add(new Transition.Spoken(at(minute), "siv", i, false,
          List.of(new Quote("a" + over, "t", "", Optional.of(at(minute))))));
    }
    assertEquals(List.of(), november(shelf).cases());
  }

  @Test
  void aDriftThatLedToItIsOurFirstSign() throws Unreadable {
    Shelf shelf = new Shelf(Made.windows(START, "U12 D3 U8625"));
    Drift drift = new Drift(at(35), Measure.TRANSACTION, 900, new Norm.Usual(300, 10), DayOfWeek.SUNDAY, 0, 8);
    shelf.told.addAll(List.of(new Transition.Drifted(at(50), "siv", drift, false),
        new Transition.Drifted(at(62), "siv", drift, true), said("a", 64, 65, 64, -1), said("a", 80, 81, 64, 80)));
    Case c = Ledger.of(shelf, Contract.usual("siv", 0.999, PARIS), NOVEMBER, NOVEMBER.to().plusSeconds(900_000))
        .accounts().getFirst().punctuality().cases().getFirst();
    assertEquals(Optional.of(at(35)), c.ourFirst());
    assertEquals(Optional.of(Duration.ofMinutes(29)), c.untilNotice());
  }

  @Test
  void aSpellIsWhatWouldRaiseAndIsOverAfterTwoGoodWindows() {
    assertEquals(0, spells("U5 G1 U5").size());
    assertEquals(1, spells("U5 G2 U5").size());
    assertEquals(1, spells("U5 D1 U1 D1 U5").size());
    List<Spell> two = spells("U5 D1 U2 D1 ?3");
    assertEquals(2, two.size());
    assertEquals(Optional.of(at(30)), two.getFirst().good());
    assertEquals(Optional.empty(), two.getLast().good());
    assertEquals(0, spells("U5 X2 M1 U5").size());
  }

  private static List<Spell> spells(String runs) {
    return Spell.of(Made.timeline(START, NOVEMBER.to(), Made.windows(START, runs)), false);
  }
}
