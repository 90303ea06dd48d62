package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Report;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Norm.Usual FIGURES = new Norm.Usual(340, 20);

  private static Report.Customary usual(Map<Measure, Norm.Usual> usual) {
    Instant from = Scene.START.minus(Duration.ofHours(1));
    return new Report.Customary(
        List.of(new Norm("siv", from, from.plus(Duration.ofHours(4)), DayOfWeek.TUESDAY, 10, 8, usual)));
  }

  private static Scene calm() {
    return Scene.calm("siv").hear(usual(Map.of(Measure.TRANSACTION, FIGURES)));
  }

  /** A window with this mean. */
  private static Scene mean(Scene scene, int n, long ms) {
    return window(scene, n, Verdict.UP, ms, 1000, 0);
  }

  private static Scene window(Scene scene, int n, Verdict state, long ms, long total, long failed) {
    scene.at(n);
    Window w = new Window("siv", scene.from(n), scene.from(n + 1), state, total, failed, Map.of(),
        new Timing(ms, -1, -1, -1, -1), List.of(), List.of());
    return scene.put(new Item("w" + n, "w" + n, "siv", "", Optional.of(scene.now.wall()), Optional.empty(), Optional.empty(),
        1, w)).publish();
  }

  private static List<Transition.Drifted> drifted(Scene scene) {
    return scene.all.stream().filter(Transition.Drifted.class::isInstance).map(Transition.Drifted.class::cast).toList();
  }

  private static Optional<Drift> drift(Scene scene) {
    return scene.board.services().get("siv").drift();
  }

  @Test
  void threeWindowsFarBeyondTheUsualAreADriftAndNoAlarm() {
    Scene scene = calm();
    mean(scene, 0, 816);
    mean(scene, 1, 816);
    assertTrue(drift(scene).isEmpty(), "two windows may be chance");
    mean(scene, 2, 816).nothingElse().shows("siv", Shown.UP);
    assertEquals(scene.from(0), drift(scene).orElseThrow().since());
    assertEquals(List.of(new Transition.Drifted(scene.now.wall(), "siv", drift(scene).orElseThrow(), false)), drifted(scene));
    assertTrue(scene.board.alarms().isEmpty(), "no sound, no banner");
    scene.remarks("siv", "alarm.drift.TRANSACTION");
  }

  @Test
  void itSaysSoInOneSentence() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 816);
    Drift drift = drift(scene).orElseThrow();
    assertEquals("transaction moyenne ×2,4 pour un mardi 10\u00a0h",
        Words.of(Lang.FR, ZoneId.of("Europe/Paris")).say(drift.sentence()));
    assertEquals("mean transaction time x2.4 for a Tuesday 10:00",
        Words.of(Lang.EN, ZoneId.of("Europe/Paris")).say(drift.sentence()));
  }

  @Test
  void itEndsAfterThreeWindowsAsUsualAndNotOnTheEdge() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 900);
    mean(scene, 3, 400);
    mean(scene, 4, 640);
    mean(scene, 5, 400);
    mean(scene, 6, 400);
    assertTrue(drift(scene).isPresent(), "640 ms is neither beyond nor usual");
    mean(scene, 7, 400);
    assertTrue(drift(scene).isEmpty());
    assertTrue(drifted(scene).getLast().over());
    assertEquals(2, drifted(scene).size());
  }

  @Test
  void aSingleOutlierAndWhatNobodyNoticesAreNone() {
    Scene scene = calm();
    mean(scene, 0, 5000);
    mean(scene, 1, 350);
    mean(scene, 2, 5000);
    mean(scene, 3, 350);
    assertTrue(drifted(scene).isEmpty());
    Scene quick = Scene.calm("siv").hear(usual(Map.of(Measure.TRANSACTION, new Norm.Usual(12, 1))));
    for (int n = 0; n < 4; n++) mean(quick, n, 40);
    assertTrue(drifted(quick).isEmpty(), "40 ms instead of 12: nobody waits for it");
  }

  @Test
  void failuresThatTheLimitsLetPassAreADrift() {
    Scene scene = Scene.calm("siv").hear(usual(Map.of(Measure.FAILURES, new Norm.Usual(0.002, 0.001))));
    for (int n = 0; n < 3; n++) window(scene, n, Verdict.UP, 340, 1000, 40).shows("siv", Shown.UP);
    assertEquals(Measure.FAILURES, drift(scene).orElseThrow().measure());
    Scene few = Scene.calm("siv").hear(usual(Map.of(Measure.FAILURES, new Norm.Usual(0, 0))));
    for (int n = 0; n < 3; n++) window(few, n, Verdict.UP, 340, 40, 2);
    assertTrue(drifted(few).isEmpty(), "two failures are two failures");
  }

  @Test
  void trafficThatFallsAwayIsADrift() {
    Scene scene = Scene.calm("siv").hear(usual(Map.of(Measure.TRAFFIC, new Norm.Usual(200, 15))));
    for (int n = 0; n < 3; n++) window(scene, n, Verdict.UP, 340, 50, 0);
    assertEquals(Measure.TRAFFIC, drift(scene).orElseThrow().measure());
    Scene holiday = Scene.calm("siv").hear(usual(Map.of(Measure.TRAFFIC, new Norm.Usual(200, 15))));
    for (int n = 0; n < 3; n++) window(holiday, n, Verdict.UP, 340, 300, 0);
    assertTrue(drifted(holiday).isEmpty(), "a third of it is a holiday");
  }

  @Test
  void anOutageSpeaksForItself() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 900);
    window(scene, 3, Verdict.DOWN, 5000, 1000, 900).expectRaised("siv");
    assertTrue(drift(scene).isEmpty());
    assertTrue(drifted(scene).getLast().over());
  }

  @Test
  void workThatWasAnnouncedIsNoDrift() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 900);
    scene.act(new Act.OutOfService("siv", true, "martin", "travaux", Optional.empty()));
    assertTrue(drift(scene).isEmpty());
  }

  @Test
  void withoutEnoughPastNothingIsJudgedAndTheReceiptSaysSo() {
    Instant from = Scene.START.minus(Duration.ofHours(1));
    Scene scene = Scene.calm("siv").hear(new Report.Customary(
        List.of(new Norm("siv", from, from.plus(Duration.ofHours(4)), DayOfWeek.TUESDAY, 10, 2, Map.of()))));
    for (int n = 0; n < 4; n++) mean(scene, n, 90_000);
    assertTrue(drifted(scene).isEmpty());
    Receipt receipt = Receipt.of(scene.board, "siv", List.of()).orElseThrow();
    assertEquals("alarm.usual.too-little", receipt.usual().getFirst().key());
  }

  @Test
  void theReceiptComparesTheFigures() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 816);
    Receipt receipt = Receipt.of(scene.board, "siv", List.of()).orElseThrow();
    assertEquals(List.of("alarm.drift.TRANSACTION", "alarm.usual.TRANSACTION.beyond"),
        receipt.usual().stream().map(r -> r.key()).toList());
    assertEquals("transaction moyenne 816\u00a0ms, d’habitude 340\u00a0ms (± 20\u00a0ms) un mardi 10\u00a0h (8 semaines)"
        + "\u00a0: au-delà de l’habituel", Words.of(Lang.FR, ZoneId.of("Europe/Paris")).say(receipt.usual().getLast()));
  }

  @Test
  void whereNobodyKnowsAnyMoreWhatIsUsualItIsOver() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 900);
    for (int n = 3; n < 38; n++) mean(scene, n, 900);
    assertTrue(drift(scene).isEmpty(), "the norm ends at 17:00");
  }

  @Test
  void theDriftBeforeANoticeIsKeptWithItsBeginning() {
    Scene scene = calm();
    for (int n = 0; n < 3; n++) mean(scene, n, 900);
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    Transition.Drifted first = drifted(scene).getFirst();
    assertFalse(first.over());
    assertTrue(first.drift().since().isBefore(first.at()));
  }
}
