package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant AT = Instant.parse("2026-11-22T14:10:04.321Z");
  private static final Instant SINCE = Instant.parse("2026-11-22T14:12:20Z");
  private final Prose french = new Prose(Lang.FR, PARIS);
  private final Prose english = new Prose(Lang.EN, PARIS);

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static void says(String title, String text, Item item) {
    assertEquals(title, plain(item.title()));
    assertEquals(text, plain(item.text()));
  }

  private static IncidentStep step(int sequence, IncidentStep.State state, Severity severity, Optional<Instant> until) {
    return new IncidentStep("20261122T1412Z-1", "siv", sequence, state, severity, Origin.EXTERNAL, Optional.of("ants"),
        SINCE, until, "certain : délai de 30 s dépassé sur l'appel au SIV national.");
  }

  @Test
  void aStatisticSaysItsFigures() {
    Item item = french.window(Samples.SIV, Samples.window(Instant.parse("2026-11-22T14:05:00Z"), 4), AT);
    says("SIV : 1 248 transactions, réponse 350 ms, transaction 512 ms, disponibilité 99,67 %",
        "Le 22/11/2026, de 15 h 05 à 15 h 10, SIV a traité 1 248 transactions, dont 4 en échec (prestataire 1, service "
            + "externe 3). Disponibilité : 99,67 %. Une transaction a duré 512 ms en moyenne, et 980 ms au plus dans "
            + "95 cas sur 100. La réponse de SIV national a pris 350 ms en moyenne, et 720 ms au plus dans 95 cas sur "
            + "100. Le service est jugé en ordre sur cette période.", item);
    assertEquals("urn:iris:siv:window:2026-11-22T14:05:00Z", item.guid());
    assertEquals(Optional.of(Instant.parse("2026-11-22T14:10:04Z")), item.published());
    assertEquals("SIV: 1,248 transactions, response 350 ms, transaction 512 ms, availability 99.67%",
        plain(english.window(Samples.SIV, (Window) item.body(), AT).title()));
  }

  @Test
  void oneFailureInAMillionIsNotAHundredPercent() {
    Window w = new Window("siv", AT.minusSeconds(304).minusMillis(321), AT.minusSeconds(4).minusMillis(321), Verdict.UP,
        1_000_000, 1, Map.of(), Timing.NONE, List.of(), List.of());
    Item item = french.window(Samples.SIV, w, AT);
    assertEquals("SIV : 1 000 000 transactions, disponibilité 99,99 %", plain(item.title()));
    assertTrue(plain(item.text()).contains("dont 1 en échec (origine inconnue 1)"), item.text());
    assertFalse(item.text().contains("100"), item.text());
  }

  @Test
  void aWindowThatIsDownThoughAllWentWellSaysThatItsFiguresDoNotSayIt() {
    Window w = new Window("siv", AT.minusSeconds(304).minusMillis(321), AT.minusSeconds(4).minusMillis(321), Verdict.DOWN,
        5, 0, Map.of(), Timing.NONE, List.of(), List.of());
    says("SIV indisponible : 5 transactions, état d’après un incident ou une sonde",
        "Le 22/11/2026, de 15 h 05 à 15 h 10, SIV a traité 5 transactions sans aucun échec. Disponibilité : 100,00 %. "
            + "Aucune de ces transactions n’a échoué : l’état est celui d’un incident ou d’une sonde.",
        french.window(Samples.SIV, w, AT));
  }

  @Test
  void anEmptyWindowSaysSoAndWhatTheProbesFound() {
    Instant from = Instant.parse("2026-11-22T14:05:00Z");
    says("SIV indisponible : aucune transaction de 15 h 05 à 15 h 10, sondes en échec",
        "Le 22/11/2026, de 15 h 05 à 15 h 10, SIV n’a reçu aucune transaction. Les sondes de l’agent ont trouvé le "
            + "service indisponible.", french.window(Samples.SIV, Samples.empty(from, Verdict.DOWN), AT));
    says("SIV: no transactions from 15:05 to 15:10, state unknown",
        "On 22 November 2026, from 15:05 to 15:10, SIV received no transaction. No probe could tell its state, which is "
            + "therefore not known.", english.window(Samples.SIV, Samples.empty(from, Verdict.UNKNOWN), AT));
  }

  @Test
  void theHourThatTheClockShowsTwiceIsToldApart() {
    Instant from = Instant.parse("2026-10-25T00:55:00Z");
    assertEquals("SIV : aucune transaction de 2 h 55 (UTC+02:00) à 2 h 00 (UTC+01:00), sondes normales",
        plain(french.window(Samples.SIV, Samples.empty(from, Verdict.UP), from.plusSeconds(304)).title()));
  }

  @Test
  void anOutageSaysSinceWhenAndByWhoseFault() {
    Item item =
        french.step(Samples.SIV, step(1, IncidentStep.State.OPEN, Severity.OUTAGE, Optional.empty()), SINCE.plusSeconds(11));
    says("SIV indisponible depuis 15 h 12, origine : service externe (SIV national)",
        "SIV indisponible depuis 15 h 12, origine : service externe (SIV national). certain : délai de 30 s "
            + "dépassé sur l'appel au SIV national. Incident 20261122T1412Z-1, commencé le 22/11 à 15 h 12 ; la suite "
            + "paraîtra sous ce numéro.", item);
    assertEquals("urn:iris:siv:incident:20261122T1412Z-1:1", item.guid());
    assertEquals(Optional.of("20261122T1412Z-1"), item.incident());
  }

  @Test
  void anOutageOfYesterdaySaysTheDay() {
    IncidentStep s = step(2, IncidentStep.State.UPDATE, Severity.OUTAGE, Optional.empty());
    assertEquals("SIV toujours indisponible depuis le 22/11 à 15 h 12, origine : service externe (SIV national)",
        plain(french.step(Samples.SIV, s, SINCE.plusSeconds(86_400)).title()));
    assertEquals("SIV still down since 22 Nov at 15:12, origin: external service (SIV national)",
        plain(english.step(Samples.SIV, s, SINCE.plusSeconds(86_400)).title()));
  }

  @Test
  void aRecoveryNamesTheIncidentAndItsDuration() {
    Instant until = SINCE.plusSeconds(900);
    Item item = french.step(Samples.SIV, step(3, IncidentStep.State.CLOSED, Severity.OUTAGE, Optional.of(until)),
        until.plusSeconds(30));
    says("SIV rétabli à 15 h 27, après 15 min d’indisponibilité",
        "Les transactions de SIV aboutissent de nouveau. certain : délai de 30 s dépassé sur l'appel au SIV "
            + "national. L’incident 20261122T1412Z-1, commencé le 22/11 à 15 h 12, a pris fin le 22/11 à 15 h 27 : il a "
            + "duré 15 min (origine : service externe (SIV national)).", item);
    assertEquals("SIV back to normal at 15:27, after 15 min of degradation", plain(english.step(Samples.SIV,
        step(3, IncidentStep.State.CLOSED, Severity.DEGRADED, Optional.of(until)), until.plusSeconds(30)).title()));
  }

  @Test
  void aMaintenanceSaysFromWhenUntilWhen() {
    Instant from = Instant.parse("2026-11-23T22:00:00Z");
    Maintenance m = new Maintenance("m-7", "siv", Maintenance.State.PLANNED, from, from.plusSeconds(7_200));
    Item first = french.maintenance(Samples.SIV, m, 1, AT);
    assertEquals("Maintenance de SIV prévue du 23/11 à 23 h 00 au 24/11 à 1 h 00", plain(first.title()));
    assertEquals("urn:iris:siv:maintenance:m-7:planned", first.guid());
    assertEquals("urn:iris:siv:maintenance:m-7:planned:2", french.maintenance(Samples.SIV, m, 2, AT).guid());
    Maintenance running = new Maintenance("m-7", "siv", Maintenance.State.RUNNING, from, from.plusSeconds(1_800));
    assertEquals("Maintenance of SIV under way, expected end: 23:30",
        plain(english.maintenance(Samples.SIV, running, 1, from).title()));
  }

  @Test
  void whatAStrangerWroteIsNoMarkupInADescription() {
    IncidentStep s = new IncidentStep("i", "siv", 1, IncidentStep.State.OPEN, Severity.OUTAGE, Origin.PROVIDER,
        Optional.empty(), SINCE, Optional.empty(), "<script>alert('x')</script> & <timeout>");
    Item item = french.step(Samples.SIV, s, SINCE.plusSeconds(11));
    assertTrue(plain(item.text()).contains(
        "&lt;script&gt;alert('x')&lt;/script&gt; &amp; &lt;timeout&gt;."), item.text());
    assertEquals(s, item.body());
  }

  @Test
  void aNoticeIsASentenceAboutTheService() {
    Item item = french.notice(Samples.SIV, "disk-1", Reason.of("agent.feed.today", "15 h 12"), AT);
    says("SIV : à 15 h 12", "Avis concernant SIV : à 15 h 12", item);
    assertEquals("urn:iris:siv:notice:disk-1", item.guid());
    assertEquals(Note.NOTE, item.body());
  }
}
