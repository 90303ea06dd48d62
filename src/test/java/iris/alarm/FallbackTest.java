package iris.alarm;

import static iris.signal.FallbackSight.RUNNING;
import static iris.signal.FallbackSight.STOPPED;
import static iris.signal.FallbackSight.UNASKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.FallbackSight;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the board makes of orders, of what the runner of the plan reports, and of what the status check sees. */
class FallbackTest {
  static final Rules.FallbackRules PLAN = new Rules.FallbackRules("SIV interne", Set.of(Fault.PROVIDER, Fault.EXTERNAL),
      true, true, true, Duration.ofSeconds(60), 3, Duration.ofMinutes(30),
      List.of("prévenir les agences"));

  static Scene planned() {
    Scene scene = Scene.calm("siv");
    return scene.input(new Input.Reconfigured(scene.board.rules().planned(Map.of("siv", PLAN))));
  }

  static Scene order(Scene scene, boolean on) {
    return scene.act(new Act.SwitchFallback("siv", on, "marie", "panne ANTS", List.of("prévenir les agences")));
  }

  static Scene report(Scene scene, Stage stage, FallbackSight known) {
    Instant order = scene.board.fallback("siv").last().orElseThrow().order();
    return scene.hear(new Report.Switching("siv", order, stage, Reason.of("fallback." + stage), known, List.of("ok")));
  }

  static Scene see(Scene scene, FallbackSight sight, int times) {
    for (int i = 0; i < times; i++) scene.hear(new Report.FallbackSeen("siv", sight, Reason.of("x")));
    return scene;
  }

  static Scene running() {
    Scene scene = order(planned(), true);
    return report(scene, Stage.VERIFIED, RUNNING).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv").nothingElse();
  }

  private static Fallback now(Scene scene) {
    return scene.board.fallback("siv").now();
  }

  @Test
  void anOrderIsOneAttemptAndASecondOneIsRefusedWhileItLasts() {
    Scene scene = order(planned(), true);
    assertInstanceOf(Fallback.SwitchingOn.class, now(scene));
    assertEquals(1, ordered(scene));
    order(scene, true).refused("alarm.refused.fallback-switching");
    order(scene, false).refused("alarm.refused.fallback-switching");
    scene.act(new Act.Fallback("siv", true, "paul", "fait à la main")).refused("alarm.refused.fallback-switching");
    assertEquals(1, ordered(scene));
    scene.nothingElse();
  }

  private static long ordered(Scene scene) {
    return scene.all.stream().filter(t -> t instanceof Transition.Switched s && s.to() instanceof Fallback.SwitchingOn).count();
  }

  @Test
  void theActStandsInTheJournalBeforeTheSwitchingThatItOrders() {
    Scene scene = order(planned(), true);
    int acted = scene.all.indexOf(scene.all.stream().filter(Transition.Acted.class::isInstance).findFirst().orElseThrow());
    int switched = scene.all.indexOf(scene.all.stream().filter(Transition.Switched.class::isInstance).findFirst().orElseThrow());
    assertTrue(acted < switched);
    Act.SwitchFallback act = assertInstanceOf(Act.SwitchFallback.class, ((Transition.Acted) scene.all.get(acted)).act());
    assertEquals(List.of("prévenir les agences"), act.ticked());
  }

  @Test
  void aConfirmedActivationIsActiveAndSaysByWhomAndWhy() {
    Scene scene = running();
    Fallback.On on = assertInstanceOf(Fallback.On.class, now(scene));
    assertTrue(on.confirmed());
    assertEquals("marie", on.author());
    assertEquals("panne ANTS", on.reason());
    assertEquals("marie", scene.board.services().get("siv").fallback().orElseThrow().author());
    assertEquals(List.of("ok"), scene.board.fallback("siv").last().orElseThrow().output());
    order(scene, false);
    assertTrue(scene.board.services().get("siv").fallback().isPresent(), "it runs until it is known to rest");
    report(scene, Stage.DONE, UNASKED).expect(Call.CLEAR, Kind.FALLBACK_ACTIVE, "siv").nothingElse();
    assertEquals(Fallback.OFF, now(scene));
    assertFalse(scene.board.services().get("siv").fallback().isPresent());
  }

  @Test
  void aFailedActivationIsLoudAndSaysWhatIsKnown() {
    Scene scene = order(planned(), true);
    report(scene, Stage.FAILED, STOPPED).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertEquals(Priority.P2, scene.board.alarms().get(new AlarmKey(Kind.FALLBACK_FAILED, "siv")).priority());
    Fallback.Failed failed = assertInstanceOf(Fallback.Failed.class, now(scene));
    assertTrue(failed.on());
    assertEquals("fallback.FAILED", failed.why().key());
    assertEquals(STOPPED, failed.known());
    assertFalse(scene.board.services().get("siv").fallback().isPresent());
  }

  @Test
  void aSecondFailureIsLoudAgainThoughTheFirstWasAcknowledged() {
    Scene scene = order(planned(), true);
    report(scene, Stage.FAILED, STOPPED).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").ack(Kind.FALLBACK_FAILED, "siv");
    scene.pass(Duration.ofMinutes(2));
    report(order(scene, true), Stage.FAILED, STOPPED).state(Kind.FALLBACK_FAILED, "siv", Lifecycle.UNACKED);
    scene.expect(Call.ANEW, Kind.FALLBACK_FAILED, "siv").nothingElse();
    scene.pass(Duration.ofMinutes(2));
    report(order(scene, true), Stage.VERIFIED, RUNNING).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv")
        .expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv").nothingElse();
  }

  @Test
  void aFailedReturnLeavesTheFallbackActiveUntilItIsSeenToRest() {
    Scene scene = order(running(), false);
    report(scene, Stage.FAILED, UNASKED).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertTrue(scene.board.services().get("siv").fallback().isPresent());
    scene.state(Kind.FALLBACK_ACTIVE, "siv", Lifecycle.UNACKED);
    see(scene, STOPPED, 1).nothingElse();
    see(scene, STOPPED, 1).expect(Call.CLEAR, Kind.FALLBACK_ACTIVE, "siv").expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv");
    assertEquals(Fallback.OFF, now(scene));
  }

  @Test
  void anActivationThatTheStatusCheckCannotConfirmIsUnknown() {
    Scene scene = order(planned(), true);
    report(scene, Stage.UNVERIFIED, UNASKED).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertInstanceOf(Fallback.Unknown.class, now(scene));
    see(scene, RUNNING, 1).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv").expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv");
    assertEquals("marie", assertInstanceOf(Fallback.On.class, now(scene)).author());
  }

  @Test
  void aRestartInTheMiddleIsUnknownAndRunsNothingAgain() {
    Scene scene = order(planned(), true);
    Instant stopped = scene.now.wall();
    scene.now = new Now(stopped.plusSeconds(30), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(stopped)).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    Fallback.Unknown unknown = assertInstanceOf(Fallback.Unknown.class, now(scene));
    assertEquals("alarm.fallback.interrupted-on", unknown.why().key());
    assertEquals(1, ordered(scene));
    Scene ran = see(scene, STOPPED, 2);
    Fallback.Failed failed = assertInstanceOf(Fallback.Failed.class, now(ran), "the check says that it did not work");
    assertEquals(STOPPED, failed.known());
    assertEquals("marie", failed.author());
    ran.expect(Call.ANEW, Kind.FALLBACK_FAILED, "siv").nothingElse();
    ran.act(new Act.Fallback("siv", false, "paul", "vu sur place")).expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv").nothingElse();
  }

  @Test
  void aRestartInTheMiddleThatCameThroughIsActiveWhenTheCheckSaysSo() {
    Scene scene = order(planned(), true);
    Instant stopped = scene.now.wall();
    scene.now = new Now(stopped.plusSeconds(30), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(stopped)).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv");
    see(scene, RUNNING, 1).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv").expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv");
    assertEquals("marie", assertInstanceOf(Fallback.On.class, now(scene)).author());
  }

  @Test
  void aRunnerThatNeverReportsIsGivenUpAndItsLateAnswerStillCounts() {
    Scene scene = order(planned(), true);
    scene.pass(Duration.ofSeconds(80)).nothingElse();
    scene.pass(Duration.ofSeconds(20)).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertInstanceOf(Fallback.Unknown.class, now(scene));
    report(scene, Stage.DONE, UNASKED).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv")
        .expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv").nothingElse();
  }

  @Test
  void aLateAnswerDoesNotOverruleWhatSomebodyDeclared() {
    Scene scene = order(planned(), true);
    scene.pass(Duration.ofSeconds(100)).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv");
    scene.act(new Act.Fallback("siv", false, "paul", "rien ne tourne")).expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv");
    report(scene, Stage.DONE, UNASKED).nothingElse();
    assertEquals(Fallback.OFF, now(scene));
  }

  @Test
  void theReportOfAnotherAttemptChangesNothing() {
    Scene scene = order(planned(), true);
    Instant order = scene.board.fallback("siv").last().orElseThrow().order();
    scene.hear(new Report.Switching("siv", order.minusMillis(1), Stage.DONE, Reason.of("x"), RUNNING, List.of()));
    assertInstanceOf(Fallback.SwitchingOn.class, now(scene));
    scene.noted("alarm.note.fallback-late").nothingElse();
    assertEquals(order, order.truncatedTo(ChronoUnit.MILLIS), "as the journal keeps it");
  }

  @Test
  void oneThatRunsThoughNobodySwitchedItIsSaidAndCanBeDeclared() {
    Scene scene = see(planned(), RUNNING, 1).nothingElse();
    see(scene, RUNNING, 1).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv").nothingElse();
    Fallback.On on = assertInstanceOf(Fallback.On.class, now(scene));
    assertTrue(on.found());
    scene.act(new Act.Fallback("siv", true, "paul", "exercice")).nothingElse();
    assertEquals("paul", assertInstanceOf(Fallback.On.class, now(scene)).author());
    see(scene, RUNNING, 1).nothingElse();
    assertTrue(((Fallback.On) now(scene)).confirmed());
  }

  @Test
  void aCheckThatContradictsTwiceMakesItUnknownAndDoesNotCallItStopped() {
    Scene scene = see(running(), STOPPED, 1).nothingElse();
    see(scene, STOPPED, 1).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertEquals("alarm.fallback.contradicted", assertInstanceOf(Fallback.Unknown.class, now(scene)).why().key());
    see(scene, STOPPED, 5).nothingElse().state(Kind.FALLBACK_ACTIVE, "siv", Lifecycle.UNACKED);
    assertTrue(scene.board.services().get("siv").fallback().isPresent());
    see(scene, RUNNING, 1).expect(Call.CLEAR, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertInstanceOf(Fallback.On.class, now(scene));
  }

  @Test
  void aCheckThatCannotBeAskedMakesAnActiveOneUnknownAndLeavesARestingOneAlone() {
    Scene scene = see(running(), UNASKED, 2).nothingElse();
    see(scene, UNASKED, 1).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertInstanceOf(Fallback.Unknown.class, now(scene));
    Scene resting = see(planned(), UNASKED, 10).nothingElse();
    assertEquals(Fallback.OFF, now(resting));
  }

  @Test
  void aCheckThatWaversBetweenStoppedAndSilentMakesItUnknown() {
    Scene scene = see(see(running(), STOPPED, 1), UNASKED, 1).nothingElse();
    see(see(see(scene, RUNNING, 1), UNASKED, 1), STOPPED, 1).nothingElse();
    see(scene, UNASKED, 1).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv").nothingElse();
    assertInstanceOf(Fallback.Unknown.class, now(scene));
  }

  @Test
  void anOrderThatFailsDoesNotForgetThatItRan() {
    Scene scene = see(running(), UNASKED, 3).expect(Call.RAISE, Kind.FALLBACK_FAILED, "siv");
    order(scene, true);
    assertTrue(now(scene).running().isPresent(), "nothing proved that it stopped");
    report(scene, Stage.FAILED, UNASKED);
    assertEquals("marie", assertInstanceOf(Fallback.Failed.class, now(scene)).was().orElseThrow().author());
    assertTrue(scene.board.services().get("siv").fallback().isPresent());
  }

  @Test
  void whatRunsIsRemindedOfThoughAcknowledged() {
    Scene scene = running().ack(Kind.FALLBACK_ACTIVE, "siv");
    scene.answering = true;
    scene.pass(Duration.ofMinutes(29));
    assertEquals(0, reminders(scene));
    scene.pass(Duration.ofMinutes(2));
    assertEquals(1, reminders(scene));
    scene.pass(Duration.ofMinutes(30));
    assertEquals(2, reminders(scene));
  }

  private static long reminders(Scene scene) {
    return scene.repeats.stream().filter(a -> a.alarm().kind() == Kind.FALLBACK_ACTIVE).count();
  }

  @Test
  void whatCannotBeSwitchedFromHereIsRefusedWithTheWayOut() {
    Scene scene = Scene.calm("siv");
    order(scene, true).refused("alarm.refused.no-plan-on");
    Scene planned = planned();
    planned.act(new Act.SwitchFallback("siv", true, "marie", " ", List.of())).refused("alarm.refused.no-reason");
    planned.act(new Act.SwitchFallback("siv", true, " ", "panne", List.of())).refused("alarm.refused.no-author");
    order(planned, false).refused("alarm.refused.no-fallback");
    order(running(), true).refused("alarm.refused.fallback-runs");
  }

  @Test
  void aServiceThatNoFeedEverNamedCanBeSwitchedByItsPlan() {
    Scene scene = planned();
    scene.input(new Input.Reconfigured(scene.board.rules().planned(Map.of("siv", PLAN, "mute", PLAN))));
    scene.act(new Act.SwitchFallback("mute", true, "marie", "flux injoignable", List.of()));
    assertInstanceOf(Fallback.SwitchingOn.class, scene.board.fallback("mute").now());
    scene.act(new Act.Fallback("nobody", true, "marie", "x")).refused("alarm.refused.no-such-service");
  }

  @Test
  void itStaysActiveThoughItsFeedIsTakenOutOfTheConfiguration() {
    Scene scene = running();
    scene.board = scene.board.after(new Input.Reconfigured(new Rules(List.of(), Map.of()).planned(Map.of("siv", PLAN))), scene.now).board();
    assertInstanceOf(Fallback.On.class, now(scene));
    scene.state(Kind.FALLBACK_ACTIVE, "siv", Lifecycle.UNACKED);
  }
}
