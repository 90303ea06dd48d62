package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A played outage: rings as a real one, touches nothing, gives way to a real one. */
class ExerciseTest {
  private static Scene playing(Optional<String> service) {
    return Scene.calm("siv", "fni").act(new Act.StartExercise(service, "marie"));
  }

  private static Exercise.Result result(Scene scene) {
    assertTrue(scene.board.shift().exercise().isEmpty(), "it still runs");
    return scene.board.shift().exercises().getLast();
  }

  @Test
  void anExerciseRingsAsAnOutageDoesAndLeavesEveryServiceAsItIs() {
    Scene scene = Scene.calm("siv", "fni");
    var before = scene.board.services();
    scene.act(new Act.StartExercise(Optional.of("siv"), "marie"));
    assertEquals(Priority.P1, scene.pending.getFirst().priority());
    scene.expect(Call.RAISE, Kind.EXERCISE, "siv").nothingElse().state(Kind.EXERCISE, "siv", Lifecycle.UNACKED);
    assertEquals(before, scene.board.services());
    assertTrue(scene.board.shift().exercise().orElseThrow().covers("siv"));
    assertFalse(scene.board.shift().exercise().orElseThrow().covers("fni"));
    assertTrue(scene.board.shift().spells().isEmpty());
  }

  @Test
  void theTimeToAcknowledgeIsMeasuredAndTheReturnFollowsHalfAMinuteLater() {
    Scene scene = playing(Optional.of("siv")).expect(Call.RAISE, Kind.EXERCISE, "siv");
    scene.pass(Duration.ofSeconds(42)).ack(Kind.EXERCISE, "siv").noted("alarm.note.exercise-taken");
    scene.pass(Duration.ofSeconds(29)).nothingElse().pass(Duration.ofSeconds(1));
    scene.expect(Call.CLEAR, Kind.EXERCISE, "siv").nothingElse().state(Kind.EXERCISE, "siv", Lifecycle.NORMAL);
    assertEquals(Optional.of(Duration.ofSeconds(42)), result(scene).taken());
    assertEquals(Optional.of("martin"), result(scene).by());
    assertEquals(Exercise.End.RETURNED, result(scene).end());
  }

  @Test
  void anExerciseEndsByItselfAfterTenMinutesAndSaysThatNobodyTookIt() {
    Scene scene = playing(Optional.empty()).expect(Call.RAISE, Kind.EXERCISE, Exercise.ALL);
    scene.at(0).up("siv", "fni").at(1).up("siv", "fni").pass(Duration.ofMinutes(2));
    scene.expect(Call.CLEAR, Kind.EXERCISE, Exercise.ALL).nothingElse().noted("alarm.note.exercise-untaken");
    scene.state(Kind.EXERCISE, Exercise.ALL, Lifecycle.NORMAL);
    assertEquals(Exercise.End.TIMED_OUT, result(scene).end());
    assertEquals(Optional.empty(), result(scene).taken());
  }

  @Test
  void aRealAlarmEndsTheExerciseAtOnceAndSaysSo() {
    Scene scene = playing(Optional.of("siv")).expect(Call.RAISE, Kind.EXERCISE, "siv");
    scene.at(0).down("fni").expectRaised("fni").nothingElse().noted("alarm.note.exercise.OVERRULED");
    scene.state(Kind.EXERCISE, "siv", Lifecycle.NORMAL).state(Kind.OUTAGE, "fni", Lifecycle.UNACKED);
    assertEquals(Exercise.End.OVERRULED, result(scene).end());
  }

  @Test
  void anotherIncidentOfAnAcknowledgedOutageEndsTheExerciseToo() {
    Scene scene = Scene.of("web", "siv");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish().open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web").ack(Kind.OUTAGE, "web");
    scene.act(new Act.StartExercise(Optional.of("siv"), "marie")).expect(Call.RAISE, Kind.EXERCISE, "siv");
    scene.open("web", "i2", Incident.Kind.OUTAGE).expect(Call.ANEW, Kind.OUTAGE, "web").nothingElse();
    assertEquals(Exercise.End.OVERRULED, result(scene).end());
  }

  @Test
  void whileARealAlarmWaitsNoExerciseIsStarted() {
    Scene scene = Scene.calm("siv").at(0).down("siv").expectRaised("siv");
    scene.act(new Act.StartExercise(Optional.empty(), "marie")).refused("alarm.refused.exercise-real").nothingElse();
    scene.ack(Kind.OUTAGE, "siv").act(new Act.StartExercise(Optional.empty(), "marie"));
    scene.expect(Call.RAISE, Kind.EXERCISE, Exercise.ALL).nothingElse();
  }

  @Test
  void oneAtATimeOfAServiceThatIsThereAndNeverShelved() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.StartExercise(Optional.of("x"), "marie")).refused("alarm.refused.no-such-service");
    scene.act(new Act.StopExercise("marie")).refused("alarm.refused.no-exercise");
    scene.act(new Act.StartExercise(Optional.of("siv"), "marie")).expect(Call.RAISE, Kind.EXERCISE, "siv");
    scene.act(new Act.StartExercise(Optional.empty(), "paul")).refused("alarm.refused.exercise-runs");
    AlarmKey key = new AlarmKey(Kind.EXERCISE, "siv");
    scene.act(new Act.Shelve(key, "paul", "r", Duration.ofMinutes(5))).refused("alarm.refused.exercise-shelf");
    scene.act(new Act.StopExercise("paul")).expect(Call.CLEAR, Kind.EXERCISE, "siv").nothingElse();
    assertEquals(Exercise.End.STOPPED, result(scene).end());
  }

  @Test
  void threeExercisesInAnHourAreNoFlapping() {
    Scene scene = Scene.calm("siv");
    for (int i = 0; i < 4; i++) {
      scene.act(new Act.StartExercise(Optional.of("siv"), "marie")).expect(Call.RAISE, Kind.EXERCISE, "siv");
      scene.act(new Act.StopExercise("marie")).expect(Call.CLEAR, Kind.EXERCISE, "siv").nothingElse();
    }
    assertEquals(4, scene.all.stream().filter(t -> t instanceof Transition.Told told && told.played()
        && told.announcement().call() == Call.RAISE).map(t -> ((Transition.Told) t).announcement().episode()).distinct().count());
  }

  @Test
  void theBoardWakesForTheReturnAndARestartEndsWhatWasPlayed() {
    Scene scene = playing(Optional.of("siv")).expect(Call.RAISE, Kind.EXERCISE, "siv").ack(Kind.EXERCISE, "siv");
    scene.pass(Duration.ofSeconds(25));
    assertEquals(Duration.ofSeconds(5), scene.board.wakeAt().orElseThrow().minus(scene.now.mono()));
    scene.now = new Now(scene.now.wall().plusSeconds(60), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(scene.now.wall().minusSeconds(60))).nothingElse();
    assertEquals(Exercise.End.RESTARTED, result(scene).end());
  }

  @Test
  void whatIsPlayedIsMarkedInEveryTransitionThatTellsOfIt() {
    Scene scene = Scene.calm("siv");
    int before = scene.all.size();
    scene.act(new Act.StartExercise(Optional.of("siv"), "marie")).expect(Call.RAISE, Kind.EXERCISE, "siv");
    assertTrue(scene.all.subList(before, scene.all.size()).stream()
        .filter(t -> t instanceof Transition.Moved || t instanceof Transition.Told || t instanceof Transition.Acted)
        .allMatch(Transition::played));
    AlarmKey key = new AlarmKey(Kind.EXERCISE, "siv");
    Reason why = Reason.of("test.why");
    assertTrue(new Transition.Refused(scene.now.wall(), new Act.Acknowledge(key, "paul", ""), why).played());
    assertTrue(new Transition.Acted(scene.now.wall(), new Act.StopExercise("paul")).played());
    assertTrue(new Transition.Answered(scene.now.wall(), new Answer(key, "e", Call.RAISE, true, why, List.of())).played());
    assertFalse(new Transition.Acted(scene.now.wall(), new Act.Silence("paul", Duration.ofMinutes(1))).played());
  }
}
