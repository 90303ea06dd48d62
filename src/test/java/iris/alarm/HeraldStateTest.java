package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How things stand, in figures and in states: what is muted, what is unknown, and what is nobody else's business. */
class HeraldStateTest extends HeraldScenes {
  @Test
  void everyWindowIsAStatisticWithItsFiguresNamedByTheFeed() {
    scene().at(0).up("siv").at(1).up("siv");
    List<Message> figures = of(Sort.STATISTIC);
    assertEquals(2, figures.size());
    assertEquals(1000, figures.getFirst().figures().orElseThrow().total());
    assertTrue(figures.getFirst().id().startsWith("siv@2026-11-22T14:00:00Z#"), figures.getFirst().id());
    assertEquals(List.of(), events());
  }

  @Test
  void aRevisedWindowIsAnotherStatisticOfTheSameTime() {
    Scene scene = scene().at(0).up("siv").at(1).up("siv");
    scene.put(Items.window("siv", scene.from(0), iris.signal.Verdict.UP, 1000, 3, scene.now.wall(), "corrected")).publish();
    List<String> ids = of(Sort.STATISTIC).stream().map(Message::id).filter(id -> id.startsWith("siv@2026-11-22T14:00:00Z#")).toList();
    assertEquals(2, ids.size());
    assertEquals(2, new HashSet<>(ids).size());
  }

  @Test
  void whatIsShelvedBeforeItWasToldIsOwedWhenTheShelfEnds() {
    Scene scene = scene();
    scene.act(new Act.Maintain("siv", "martin", "mise à jour", scene.now.wall(), scene.now.wall().plusSeconds(600)));
    scene.at(0).down("siv").at(1).down("siv");
    assertEquals(List.of(), events());
    Message muted = state(scene, SIV);
    assertEquals(Level.CRITICAL, muted.level());
    assertTrue(muted.muted().orElseThrow().contains("mise à jour"), muted.muted().toString());
    scene.at(2).down("siv").at(3).down("siv").pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL"), events());
    assertEquals(Optional.empty(), state(scene, SIV).muted());
  }

  @Test
  void whatWasToldBeforeItWasShelvedIsEndedThoughNobodyIsTold() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    scene.act(new Act.Shelve(new AlarmKey(Kind.OUTAGE, "siv"), "martin", "connu", Duration.ofMinutes(60)));
    scene.at(1).up("siv").at(2).up("siv").at(3).up("siv").pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "END OUTAGE OK"), events());
  }

  @Test
  void aMaintenanceThatIsWellIsOkAndMuted() {
    Scene scene = scene();
    scene.act(new Act.Maintain("siv", "martin", "mise à jour", scene.now.wall(), scene.now.wall().plusSeconds(1800)));
    scene.at(0).up("siv");
    assertEquals(Shown.MAINTENANCE, scene.board.services().get("siv").shown());
    assertEquals(Level.OK, state(scene, SIV).level());
    assertTrue(state(scene, SIV).muted().isPresent());
  }

  @Test
  void anExerciseIsNobodysBusinessOutside() {
    Scene scene = scene().at(0).up("siv");
    int before = messages.size();
    scene.act(new Act.StartExercise(Optional.of("siv"), "martin"));
    scene.pass(Duration.ofMinutes(2));
    scene.pending.clear();
    assertTrue(scene.all.stream().anyMatch(Transition::played), "an exercise was played");
    assertEquals(before, messages.size());
  }

  @Test
  void aFeedThatIsLostIsUnknownAndNotARecovery() {
    Scene scene = scene().at(0).down("siv").expectRaised("siv");
    scene.answering = false;
    for (int i = 0; i < 10; i++) scene.pass(Duration.ofSeconds(60)).unreached();
    scene.pending.clear();
    assertEquals(List.of("BEGIN OUTAGE CRITICAL", "BEGIN SUPERVISION_LOST UNKNOWN"), events());
    assertEquals(Level.CRITICAL, state(scene, SIV).level());
    assertEquals(Level.UNKNOWN, state(scene, new Signal(Signal.Kind.FEED, Scene.FEED, "")).level());
  }

  @Test
  void aBoardThatNobodyFeedsKnowsNothing() {
    Scene scene = scene().at(0).up("siv");
    assertEquals(Level.OK, state(scene, SIV).level());
    assertTrue(FRENCH.alive(scene.board, scene.now));
    Now later = scene.now.plus(Duration.ofMinutes(2));
    Message blind = FRENCH.state(scene.board, SIV, later);
    assertEquals(Level.UNKNOWN, blind.level());
    assertTrue(blind.summary().contains("IRIS ne juge plus"), blind.summary());
    assertFalse(FRENCH.alive(scene.board, later));
  }

  @Test
  void aFaultOfIrisIsToldAsItsOwnAndShowsInTheHeartbeat() {
    Scene scene = scene();
    assertEquals(Level.OK, FRENCH.heartbeat(scene.board, scene.now).level());
    scene.hear(new Report.Health("relay nagios", false, Reason.of("relay.web.refused")));
    scene.pending.clear();
    Message begin = of(Sort.BEGIN).getFirst();
    assertEquals(Signal.IRIS, begin.signal());
    assertEquals(Level.WARNING, begin.level());
    assertTrue(begin.summary().startsWith("IRIS, relais"), begin.summary());
    assertEquals(Level.WARNING, FRENCH.heartbeat(scene.board, scene.now).level());
    scene.hear(new Report.Health("relay nagios", true, Reason.of("relay.post.well", "nagios")));
    scene.pending.clear();
    assertEquals("END CONSOLE_FAULT OK", events().getLast());
  }

  @Test
  void whatNoRuleDecidesIsNotCalledWell() {
    Scene scene = scene().at(0).up("siv").open("siv", "u1", Incident.Kind.UNCLASSIFIED);
    scene.pending.clear();
    assertEquals(List.of("BEGIN TO_CLASSIFY UNKNOWN"), events());
    assertEquals(Level.UNKNOWN, state(scene, SIV).level());
  }

  @Test
  void aServiceThatIsSilentInALivingFeedIsUnknown() {
    Scene scene = listening(Scene.calm("siv", "autre"));
    for (int i = 0; i < 5; i++) {
      scene.at(i).up("autre");
      scene.pending.clear();
    }
    assertEquals(List.of("BEGIN SERVICE_SILENT UNKNOWN"), events());
    assertEquals(Level.UNKNOWN, state(scene, SIV).level());
    scene.at(5).up("siv", "autre").pending.clear();
    assertEquals("END SERVICE_SILENT OK", events().getLast());
  }

  @Test
  void aServiceWithoutAFeedIsUnknown() {
    assertEquals(List.of(Level.UNKNOWN), FRENCH.states(Scene.of("siv").board, new Now(Instant.EPOCH, Duration.ofSeconds(1000)))
        .stream().map(Message::level).distinct().toList());
  }
}
