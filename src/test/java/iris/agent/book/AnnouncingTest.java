package iris.agent.book;

import static iris.signal.Origin.EXTERNAL;
import static iris.signal.Origin.NETWORK;
import static iris.signal.Origin.PROVIDER;
import static iris.signal.Origin.UNKNOWN;
import static iris.signal.Severity.DEGRADED;
import static iris.signal.Severity.OUTAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.agent.book.Announcement.Amend;
import iris.agent.book.Announcement.Cancel;
import iris.agent.book.Announcement.Close;
import iris.agent.book.Announcement.Notice;
import iris.agent.book.Announcement.Open;
import iris.agent.book.Announcement.Plan;
import iris.agent.book.Announcement.Replan;
import iris.signal.IncidentStep.State;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Severity;
import iris.signal.Verdict;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncingTest {
  private static Scene quiet() {
    return Scene.fresh().well("front").well("ants").pass(60);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }

  private static Open open(Severity severity, Origin origin) {
    return new Open("siv", "martin", severity, origin, Optional.empty(), Optional.empty(), "Le SIV ne répond plus.");
  }

  private static Close close() {
    return new Close("siv", "martin", Optional.empty(), Optional.empty(), "");
  }

  private static Amend amend(Optional<Severity> severity, Optional<Origin> origin) {
    return new Amend("siv", "martin", Optional.empty(), severity, origin, Optional.empty(), Optional.empty(), "");
  }

  private static Plan plan(String from, String to) {
    return new Plan("siv", "martin", at(from), at(to), "Mise à jour");
  }

  @Test
  void whatAPersonOpensOnlyAPersonCloses() {
    Scene scene = quiet().tell(open(OUTAGE, EXTERNAL)).expectOpened(OUTAGE, EXTERNAL).until("14:15:10").nothingElse();
    assertEquals(Optional.of("ants"), scene.step(State.OPEN).step().party());
    assertEquals("Le SIV ne répond plus.", scene.step(State.OPEN).worded(Words.of(Lang.EN, ZoneOffset.UTC)).cause());
    scene.state("14:05", Verdict.DOWN);
    assertEquals(Verdict.DOWN, scene.book.verdict());
    scene.tell(close()).expectClosed(OUTAGE, EXTERNAL).until("14:25:10").nothingElse().state("14:20", Verdict.UP);
  }

  @Test
  void aPersonWhoAnnouncedItIsNotInterruptedByTheDetectorUnlessItIsWorse() {
    Scene scene = quiet().tell(open(OUTAGE, EXTERNAL)).expectOpened(OUTAGE, EXTERNAL).fails("front").pass(600).nothingElse();
    scene.tell(close()).expectClosed(OUTAGE, EXTERNAL).pass(4).nothingElse().pass(6).expectOpened(OUTAGE, PROVIDER);
    assertEquals(at("14:11:02"), scene.step(State.OPEN).step().since());
    Scene worse = quiet().tell(open(DEGRADED, UNKNOWN)).expectOpened(DEGRADED, UNKNOWN).fails("front").pass(10);
    worse.expectOpened(OUTAGE, PROVIDER).nothingElse();
    worse.tell(close()).refused("which-incident");
  }

  @Test
  void aDetectedIncidentThatAPersonClosesIsFoundAgainByNewEvidenceOnly() {
    Scene scene = quiet().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER).tell(close());
    scene.expectClosed(OUTAGE, PROVIDER).well("front").pass(600).nothingElse();
    Scene still = quiet().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER).tell(close());
    still.expectClosed(OUTAGE, PROVIDER).pass(12).expectOpened(OUTAGE, PROVIDER).nothingElse();
  }

  @Test
  void aPersonsOriginStandsAndAPersonsSeverityIsTheLeast() {
    Scene scene = quiet().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER)
        .tell(amend(Optional.empty(), Optional.of(NETWORK))).expectUpdated(OUTAGE, NETWORK);
    scene.pass(300).nothingElse().traffic(10).pass(300).expectUpdated(DEGRADED, NETWORK);
    scene.tell(amend(Optional.of(OUTAGE), Optional.empty())).expectUpdated(OUTAGE, NETWORK).pass(300).nothingElse();
    scene.well("front").pass(60).expectClosed(OUTAGE, NETWORK).nothingElse();
  }

  @Test
  void maintenanceIsPlannedRunsAndIsDoneAtItsTimes() {
    Scene scene = quiet().tell(plan("14:10:00", "14:20:00")).expectMaintenance(Maintenance.State.PLANNED);
    scene.until("14:09:59").nothingElse().pass(1).expectMaintenance(Maintenance.State.RUNNING);
    scene.fails("front").until("14:19:59").nothingElse().pass(1).expectMaintenance(Maintenance.State.DONE)
        .expectOpened(OUTAGE, PROVIDER).nothingElse();
    assertEquals(at("14:20:00"), scene.step(State.OPEN).step().since());
    scene.until("14:20:10").state("14:10", Verdict.DOWN);
  }

  @Test
  void anAmendedMaintenanceHasAGuidOfItsOwn() {
    Scene scene = quiet().tell(plan("14:10:00", "14:20:00")).expectMaintenance(Maintenance.State.PLANNED)
        .tell(new Replan("siv", "martin", Optional.empty(), Optional.empty(), Optional.of(at("14:30:00")), ""))
        .expectMaintenance(Maintenance.State.PLANNED);
    Utterance.Worked said = (Utterance.Worked) scene.all.getLast();
    assertEquals("urn:iris:siv:maintenance:" + said.maintenance().id() + ":planned:2", said.guid());
    assertEquals("Mise à jour", said.text());
    scene.until("14:15:00").expectMaintenance(Maintenance.State.RUNNING)
        .tell(new Cancel("siv", "martin", Optional.empty(), "")).expectMaintenance(Maintenance.State.DONE);
    assertEquals(at("14:15:00"), ((Utterance.Worked) scene.all.getLast()).maintenance().to());
    scene.tell(plan("15:00:00", "16:00:00")).expectMaintenance(Maintenance.State.PLANNED)
        .tell(new Cancel("siv", "anna", Optional.empty(), "Reporté")).expectMaintenance(Maintenance.State.CANCELLED);
    Utterance.Worked cancelled = (Utterance.Worked) scene.all.getLast();
    assertEquals("Reporté", cancelled.text());
    assertEquals("anna", cancelled.author());
    scene.pass(7200).nothingElse();
  }

  @Test
  void maintenanceThatBeganInThePastRunsFromNowOn() {
    Scene scene = quiet().tell(plan("13:00:00", "14:20:00")).expectMaintenance(Maintenance.State.RUNNING).nothingElse();
    assertEquals(at("14:01:00"), ((Utterance.Worked) scene.all.getLast()).maintenance().from());
  }

  @Test
  void maintenanceThatTheAgentSleptThroughIsDone() {
    quiet().tell(plan("14:10:00", "14:20:00")).expectMaintenance(Maintenance.State.PLANNED).restart(3600)
        .expectNotice("agent.book.stopped").expectMaintenance(Maintenance.State.DONE).nothingElse();
  }

  @Test
  void whatCannotBeIsRefusedAndChangesNothing() {
    Optional<Instant> future = Optional.of(at("14:01:01"));
    refuses("service", new Notice("other", "martin", "x"));
    refuses("author", new Notice("siv", " ", "x"));
    refuses("no-text", new Notice("siv", "martin", " "));
    refuses("text-too-long", new Notice("siv", "martin", "x".repeat(2001)));
    refuses("since-in-future", new Open("siv", "m", OUTAGE, PROVIDER, Optional.empty(), future, ""));
    refuses("since-too-old", new Open("siv", "m", OUTAGE, PROVIDER, Optional.empty(),
        Optional.of(at("14:00:00").minusSeconds(31 * 86_400)), ""));
    refuses("party", new Open("siv", "m", OUTAGE, PROVIDER, Optional.of("nobody"), Optional.empty(), ""));
    refuses("party-of-other-origin", new Open("siv", "m", OUTAGE, PROVIDER, Optional.of("ants"), Optional.empty(), ""));
    refuses("nothing-open", close());
    refuses("incident", new Close("siv", "m", Optional.of("nothing"), Optional.empty(), ""));
    refuses("nothing-to-amend", amend(Optional.empty(), Optional.empty()), open(OUTAGE, PROVIDER));
    refuses("until-in-future", new Close("siv", "m", Optional.empty(), future, ""), open(OUTAGE, PROVIDER));
    refuses("until-before-since", new Close("siv", "m", Optional.empty(), Optional.of(at("14:00:59")), ""),
        open(OUTAGE, PROVIDER));
    refuses("already-closed", new Close("siv", "m", Optional.of("20261122T1401Z-1"), Optional.empty(), ""),
        open(OUTAGE, PROVIDER), close());
    refuses("end-before-start", plan("16:00:00", "15:00:00"));
    refuses("work-is-past", plan("13:00:00", "14:00:00"));
    refuses("work-too-long", new Plan("siv", "m", at("15:00:00"), at("15:00:01").plusSeconds(86_400), ""));
    refuses("work-too-far", new Plan("siv", "m", Instant.parse("2029-01-01T00:00:00Z"), Instant.parse("2029-01-01T01:00:00Z"), ""));
    refuses("no-work", new Cancel("siv", "m", Optional.empty(), ""));
    refuses("work", new Cancel("siv", "m", Optional.of("m-x"), ""));
    refuses("which-work", new Cancel("siv", "m", Optional.empty(), ""), plan("15:00:00", "16:00:00"),
        plan("17:00:00", "18:00:00"));
    refuses("work-has-begun", new Replan("siv", "m", Optional.empty(), Optional.of(at("15:00:00")), Optional.empty(), ""),
        plan("14:00:00", "16:00:00"));
    refuses("end-before-start", new Replan("siv", "m", Optional.empty(), Optional.empty(), Optional.of(at("14:30:00")), ""),
        plan("15:00:00", "16:00:00"));
  }

  private static void refuses(String key, Announcement refused, Announcement... before) {
    Scene scene = quiet();
    for (Announcement a : before) assertEquals(Optional.empty(), scene.tell(a).refused);
    Book.State state = scene.book.state();
    int said = scene.all.size();
    scene.tell(refused).refused(key);
    assertEquals(state, scene.book.state());
    assertEquals(said, scene.all.size());
    for (Lang lang : Lang.values()) {
      Words words = Words.of(lang, ZoneOffset.UTC);
      assertEquals(-1, words.say(scene.refused.orElseThrow()).indexOf('?'), () -> words.say(scene.refused.orElseThrow()));
    }
  }

  @Test
  void aNoticeIsSaidAsItIs() {
    Scene scene = quiet().tell(new Notice("siv", "martin", "Nouvelle adresse dès lundi."));
    scene.expectNotice("agent.book.notice").nothingElse();
    assertEquals("Nouvelle adresse dès lundi.",
        Words.of(Lang.FR, ZoneOffset.UTC).say(((Utterance.Noticed) scene.all.getLast()).reasons().getFirst()));
  }
}
