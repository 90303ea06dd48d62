package iris.agent.book;

import static iris.signal.Origin.EXTERNAL;
import static iris.signal.Origin.PROVIDER;
import static iris.signal.Origin.UNKNOWN;
import static iris.signal.Severity.DEGRADED;
import static iris.signal.Severity.OUTAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Evidence;
import iris.signal.IncidentStep;
import iris.signal.IncidentStep.State;
import iris.signal.Reason;
import iris.signal.Verdict;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static final Words FRENCH = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  private static Scene night() {
    return Scene.fresh().well("front").well("ants").pass(60).nothingElse();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }

  @Test
  void twoFailedChecksOpenAnOutageWithinTenSeconds() {
    Scene scene = night().fails("front").pass(10).expectOpened(OUTAGE, PROVIDER).nothingElse();
    Utterance.Stepped said = scene.step(State.OPEN);
    assertEquals("20261122T1401Z-1", said.step().id());
    assertEquals("urn:iris:siv:incident:20261122T1401Z-1:1", said.guid());
    assertEquals(Optional.of("darva"), said.step().party());
    assertEquals(at("14:01:02"), said.step().since());
    assertEquals(at("14:01:07"), said.at());
    assertEquals("Origine certaine : le contrôle « front » (DARVA) échoue depuis 15:01 : front : ? n’a pas abouti"
        .substring(0, 64), said.worded(FRENCH).cause().replace('\u00a0', ' ').replace('\u202f', ' ').substring(0, 64));
  }

  @Test
  void oneFailedCheckOpensNothing() {
    night().fails("front").pass(5).well("front").pass(300).nothingElse();
  }

  @Test
  void theExternalPartysCheckIsTheExternalPartysFault() {
    Scene scene = night().fails("ants").pass(10).expectOpened(OUTAGE, EXTERNAL).nothingElse();
    assertEquals(Optional.of("ants"), scene.step(State.OPEN).step().party());
  }

  @Test
  void theProviderFailsBecauseOfTheExternalPartyAndThatIsSaidOnceItIsSeen() {
    Scene scene = night().fails("front").pass(10).expectOpened(OUTAGE, PROVIDER);
    scene.fails("ants").pass(45).nothingElse().pass(15).expectUpdated(OUTAGE, EXTERNAL).nothingElse();
    assertEquals(2, scene.step(State.UPDATE).step().sequence());
    assertEquals(Optional.of("ants"), scene.step(State.UPDATE).step().party());
    scene.pass(600).nothingElse();
  }

  @Test
  void whatTheEvidenceSaysLessOfChangesNothing() {
    Scene scene = night().fails("front").fails("ants").pass(10).expectOpened(OUTAGE, EXTERNAL);
    scene.well("ants").pass(55).nothingElse().pass(10).expectUpdated(OUTAGE, PROVIDER).nothingElse();
  }

  @Test
  void aShareOfFailedTransactionsOpensWithoutItsWindow() {
    Scene scene = Scene.calm().failing(10, EXTERNAL).pass(20).expectOpened(OUTAGE, EXTERNAL).nothingElse();
    assertEquals(at("14:01:00"), scene.step(State.OPEN).step().since());
    assertTrue(scene.step(State.OPEN).at().isBefore(at("14:01:06")));
    Scene most = Scene.calm().failing(7, EXTERNAL).pass(20).expectOpened(OUTAGE, EXTERNAL).nothingElse();
    assertTrue(most.step(State.OPEN).at().isBefore(at("14:01:10")));
    Scene some = Scene.calm().failing(1, EXTERNAL).pass(20).expectOpened(DEGRADED, EXTERNAL).nothingElse();
    assertTrue(some.step(State.OPEN).at().isBefore(at("14:01:10")));
  }

  @Test
  void fewTransactionsThatFailOneAfterTheOtherAreAnOutage() {
    Scene scene = Scene.fresh().traffic(1).failing(1, PROVIDER).pass(4).nothingElse().pass(2)
        .expectOpened(OUTAGE, PROVIDER).nothingElse();
    assertEquals(at("14:00:00"), scene.step(State.OPEN).step().since());
  }

  @Test
  void aFailureNowAndThenOpensNothing() {
    Scene scene = Scene.calm();
    for (int i = 0; i < 20; i++) scene.failing(1, PROVIDER).pass(1).failing(0, PROVIDER).pass(29);
    scene.nothingElse();
  }

  @Test
  void slowTransactionsDegrade() {
    Scene scene = Scene.fresh().well("front").traffic(10).pass(60).slow(5).pass(30).expectOpened(DEGRADED, UNKNOWN).nothingElse();
    assertEquals(at("14:01:00"), scene.step(State.OPEN).step().since());
    scene.slow(0).pass(90).expectClosed(DEGRADED, UNKNOWN).nothingElse();
  }

  @Test
  void slowTransactionsAreTheFaultOfTheExternalPartyThatTookTheTime() {
    Scene.calm().slow(5).share(2500).pass(30).expectOpened(DEGRADED, EXTERNAL).nothingElse();
    Scene.calm().slow(5).share(100).pass(30).expectOpened(DEGRADED, PROVIDER).nothingElse();
  }

  @Test
  void aCheckThatFailsWhileTransactionsGoWellIsNoOutage() {
    Scene scene = Scene.calm().fails("front").pass(10).expectOpened(DEGRADED, PROVIDER).nothingElse();
    assertTrue(scene.step(State.OPEN).worded(FRENCH).cause().startsWith("Origine probable\u00a0: "));
    scene.until("14:10:10").state("14:05", Verdict.DEGRADED).nothingElse();
  }

  @Test
  void aCertificateThatIsAboutToEndIsToldOfAndDegradesNothing() {
    Scene scene = Scene.fresh().well("ants");
    for (int days : new int[] {15, 14, 13, 12, 8, 7, 6, 3, 2, 1}) scene.pass(5).step(certificate(scene, days, 20));
    List<String> told = scene.pending.stream().map(u -> ((Utterance.Noticed) u).reasons().getFirst().args().get(2)).toList();
    assertEquals(List.of("13", "7", "3", "2", "1"), told);
    scene.pending.clear();
    scene.until("14:05:10").state("14:00", Verdict.UP).step(certificate(scene, 60, 20)).step(certificate(scene, 13, 20));
    scene.expectNotice("agent.book.certificate").nothingElse();
    scene.step(certificate(scene, 13, 1500)).pass(5).step(certificate(scene, 13, 1500)).expectOpened(DEGRADED, PROVIDER);
  }

  private static Stimulus certificate(Scene scene, int days, int millis) {
    boolean degraded = days < 14 || millis > 1000;
    return new Stimulus.Heard(new Evidence.Probed("siv", "page", "darva", scene.now, true, degraded,
        Duration.ofMillis(millis), Optional.empty(), OptionalInt.of(days), false, Reason.of("agent.check.x")));
  }

  @Test
  void anOutageIsOverWhenAllHasBeenGoodForAWhileAndEndsWithTheFirstGoodEvidence() {
    Scene scene = night().fails("front").pass(120).expectOpened(OUTAGE, PROVIDER).well("front");
    scene.pass(30).nothingElse().pass(10).expectClosed(OUTAGE, PROVIDER).nothingElse();
    IncidentStep closed = scene.step(State.CLOSED).step();
    assertEquals(at("14:03:02"), closed.until().orElseThrow());
    assertEquals(at("14:01:02"), closed.since());
    assertEquals("Constaté : le contrôle « ants » (SIV national) réussit depuis 15:00 ; le contrôle « front » (DARVA) "
        + "réussit depuis 15:03.", scene.step(State.CLOSED).worded(FRENCH).cause().replace('\u00a0', ' ').replace('\u202f', ' '));
    scene.pass(3600).nothingElse();
  }

  @Test
  void aFailureInTheCalmBeginsItAnew() {
    Scene scene = night().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER);
    for (int i = 0; i < 20; i++) scene.well("front").pass(25).fails("front").pass(5).nothingElse();
    scene.well("front").pass(40).expectClosed(OUTAGE, PROVIDER);
  }

  @Test
  void silenceClosesNothing() {
    Scene checks = night().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER).silent("front").pass(7200);
    checks.nothingElse();
    Scene lines = Scene.fresh().traffic(10).failing(10, EXTERNAL).pass(20).expectOpened(OUTAGE, EXTERNAL).traffic(0);
    lines.pass(7200).nothingElse().traffic(10).pass(60).expectClosed(OUTAGE, EXTERNAL).nothingElse();
  }

  @Test
  void whereNobodyComesAnyMoreTheChecksSpeakForTheTransactionsToo() {
    Scene scene = Scene.calm().failing(10, PROVIDER).pass(30).expectOpened(OUTAGE, PROVIDER).traffic(0).pass(120).expectClosed(OUTAGE, PROVIDER).nothingElse();
    assertEquals(at("14:01:30"), scene.step(State.CLOSED).step().until().orElseThrow());
  }

  @Test
  void severityRisesAtOnceAndFallsWhenItStood() {
    Scene scene = Scene.calm().failing(1, EXTERNAL).pass(30).expectOpened(DEGRADED, EXTERNAL);
    scene.failing(10, EXTERNAL).pass(30).expectUpdated(OUTAGE, EXTERNAL).nothingElse();
    scene.failing(1, EXTERNAL).pass(40).nothingElse().pass(20).expectUpdated(DEGRADED, EXTERNAL).nothingElse();
    scene.failing(0, EXTERNAL).pass(90).expectClosed(DEGRADED, EXTERNAL).nothingElse();
  }

  @Test
  void theThirdOpeningInAnHourIsHeldUntilItIsCalmForLonger() {
    Scene scene = night();
    for (int i = 0; i < 2; i++)
      scene.fails("front").pass(20).expectOpened(OUTAGE, PROVIDER).well("front").pass(60).expectClosed(OUTAGE, PROVIDER);
    scene.fails("front").pass(20).expectOpened(OUTAGE, PROVIDER);
    assertTrue(scene.step(State.OPEN).cause().witnesses().getLast().what().key().equals("agent.book.unstable"));
    for (int i = 0; i < 10; i++) scene.well("front").pass(120).fails("front").pass(20).nothingElse();
    scene.well("front").pass(300).nothingElse().pass(10).expectClosed(OUTAGE, PROVIDER).nothingElse();
    assertEquals(at("14:27:22"), scene.step(State.CLOSED).step().until().orElseThrow());
  }

  @Test
  void anOpenIncidentSurvivesARestartAndItsRowsBeginAnew() {
    Scene scene = night().fails("front").pass(20).expectOpened(OUTAGE, PROVIDER).restart(3600)
        .expectNotice("agent.book.stopped").pass(60).nothingElse();
    scene.well("front").pass(40).expectClosed(OUTAGE, PROVIDER).nothingElse();
    assertEquals("20261122T1401Z-1", scene.step(State.CLOSED).step().id());
  }

  @Test
  void oneFailureBeforeARestartAndOneAfterAreNotTwoInARow() {
    night().fails("front").pass(5).restart(60).pass(5).well("front").pass(60).nothingElse();
  }

  @Test
  void linesOfAnHourAgoOpenNothing() {
    Scene scene = night().traffic(100).failing(100, PROVIDER);
    for (int i = 0; i < 60; i++) scene.step(new Stimulus.Heard(scene.counted(scene.now.minusSeconds(200 - i))));
    scene.nothingElse();
  }

  @Test
  void aCheckThatIsSlowDegrades() {
    Scene scene = night();
    scene.silent("front");
    for (int i = 0; i < 3; i++) scene.pass(5).step(new Stimulus.Heard(Scene.probed("front", scene.now, true, true)));
    scene.expectOpened(DEGRADED, PROVIDER).nothingElse();
    scene.well("front").pass(60).expectClosed(DEGRADED, PROVIDER);
  }

  @Test
  void aSourceThatIsLostIsToldOfAndTheReturnToo() {
    Scene scene = night();
    scene.step(condition(false)).expectNotice("agent.book.source.lost").step(condition(false)).nothingElse();
    scene.pass(60).step(condition(true)).expectNotice("agent.book.source.well");
    scene.pass(60).step(condition(false)).pass(60).step(condition(true)).nothingElse();
    scene.step(condition(false)).pass(500).expectNotice("agent.book.source.lost").nothingElse();
  }

  private static Stimulus condition(boolean well) {
    return new Stimulus.Heard(new Evidence.Condition("siv", "access", well,
        Reason.of(well ? "agent.log.found" : "agent.log.gone")));
  }

  @Test
  void theDetectorDecidesByTheClockThatItIsTold() {
    Scene scene = night().fails("front").pass(7);
    assertEquals(scene.book.after(new Stimulus.Tick(), scene.now).said(),
        scene.book.after(new Stimulus.Tick(), scene.now).said());
    assertTrue(Duration.between(scene.now, scene.book.wakeAt().orElseThrow()).compareTo(Duration.ofMinutes(5)) <= 0);
  }
}
