package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Acknowledging, shelving, maintaining, silencing: section 5, section 7, and scenarios 22, 24, 25 and 26. */
class OperatorTest {
  private static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");

  private static Scene down() {
    Scene scene = Scene.calm("siv");
    return scene.at(0).down("siv").expectRaised("siv");
  }

  private static Act shelve(Duration time) {
    return new Act.Shelve(SIV, "martin", "connu", time);
  }

  @Test
  void twentyFour_shelvingForTwelveHoursOrWithoutAReasonIsRefused() {
    Scene scene = down();
    scene.act(shelve(Duration.ofHours(12))).refused("alarm.refused.shelf-too-long");
    Transition.Refused refused = (Transition.Refused) scene.all.getLast();
    assertEquals("PT1H", refused.why().args().get(1));
    scene.act(new Act.Shelve(SIV, "martin", " ", Duration.ofMinutes(5))).refused("alarm.refused.no-reason");
    scene.act(new Act.Shelve(SIV, "", "connu", Duration.ofMinutes(5))).refused("alarm.refused.no-author");
    scene.act(new Act.Shelve(new AlarmKey(Kind.OUTAGE, "x"), "m", "r", Duration.ofMinutes(5)))
        .refused("alarm.refused.no-such-alarm");
    assertTrue(scene.board.alarms().get(SIV).suppression().isEmpty());
  }

  @Test
  void aShelfEndsWithSoundAndTheThirdInARowIsRefused() {
    Scene scene = down();
    scene.ack(Kind.OUTAGE, "siv").act(shelve(Duration.ofMinutes(3)));
    assertEquals(Suppression.Kind.SHELVED, scene.board.alarms().get(SIV).suppression().orElseThrow().kind());
    scene.pass(Duration.ofMinutes(3)).expect(Call.SHELF_OVER, Kind.OUTAGE, "siv").state(Kind.OUTAGE, "siv", Lifecycle.UNACKED);
    scene.act(shelve(Duration.ofMinutes(1))).pass(Duration.ofMinutes(1)).expect(Call.SHELF_OVER, Kind.OUTAGE, "siv");
    scene.act(shelve(Duration.ofMinutes(1))).refused("alarm.refused.shelved-too-often");
  }

  @Test
  void aClockThatStepsBackDoesNotProlongAShelf() {
    Scene scene = down();
    scene.act(shelve(Duration.ofMinutes(2)));
    scene.now = new Now(scene.now.wall().minusSeconds(50), scene.now.mono().plusSeconds(5));
    scene.tick().nothingElse();
    scene.pass(Duration.ofSeconds(115)).expect(Call.SHELF_OVER, Kind.OUTAGE, "siv");
  }

  @Test
  void whatReturnsOnTheShelfIsNotTold() {
    Scene scene = down();
    scene.act(shelve(Duration.ofMinutes(30))).at(1).up("siv").at(2).up("siv").nothingElse();
    scene.state(Kind.OUTAGE, "siv", Lifecycle.RETURNED_UNACKED).pass(Duration.ofMinutes(3)).nothingElse();
  }

  @Test
  void twentyFive_maintenanceThatOverrunsResumesOneWindowAfterItsEnd() {
    Scene scene = Scene.calm("siv");
    Instant start = scene.now.wall();
    scene.act(new Act.Maintain("siv", "martin", "version 4", start, scene.from(2)));
    scene.shows("siv", Shown.MAINTENANCE).at(0).down("siv").at(1).down("siv").nothingElse();
    assertEquals(Verdict.MAINTENANCE, scene.board.services().get("siv").windows().get(scene.from(1)).verdict());
    scene.pass(Duration.ofSeconds(200)).nothingElse().shows("siv", Shown.DOWN);
    scene.at(2).down("siv").expect(Call.RESUME, Kind.OUTAGE, "siv").nothingElse();
  }

  @Test
  void maintenanceThatEndsWellIsNeverHeardOf() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.Maintain("siv", "martin", "version 4", scene.now.wall(), scene.from(2)));
    scene.at(0).down("siv").at(1).down("siv").at(2).up("siv").at(3).up("siv").nothingElse().shows("siv", Shown.UP);
  }

  @Test
  void maintenanceOfTheFeedNeverHidesThatTheFeedIsLost() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.Maintain("siv", "martin", "version 4", scene.now.wall(), scene.from(9)));
    scene.garbled().garbled().garbled().expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED).shows("siv", Shown.LOST);
    scene.act(new Act.Maintain("siv", "martin", "long", scene.now.wall(), scene.now.wall().plus(Duration.ofHours(25))))
        .refused("alarm.refused.maintenance-too-long");
  }

  @Test
  void outOfServiceMutesAndRingsWhenItIsTakenBack() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.OutOfService("siv", true, "admin", "", Optional.empty())).refused("alarm.refused.no-reason");
    scene.act(new Act.OutOfService("siv", true, "admin", "migration", Optional.empty())).shows("siv", Shown.OUT_OF_SERVICE);
    scene.at(0).down("siv").nothingElse();
    scene.act(new Act.OutOfService("siv", false, "admin", "", Optional.empty())).expect(Call.RESUME, Kind.OUTAGE, "siv");
    scene.shows("siv", Shown.DOWN);
  }

  @Test
  void silenceEndsAfterTenMinutesAndWithAnyNewRaise() {
    Scene scene = Scene.calm("siv", "pay");
    scene.act(new Act.Silence("martin", Duration.ofMinutes(11))).refused("alarm.refused.silence-too-long");
    scene.at(0).down("siv").up("pay").expectRaised("siv").act(new Act.Silence("martin", Duration.ofMinutes(10)));
    assertTrue(scene.board.silencedUntil().isPresent());
    scene.at(1).down("siv", "pay").expectRaised("pay");
    assertTrue(scene.board.silencedUntil().isEmpty());
    scene.act(new Act.Silence("martin", Duration.ofMinutes(2))).pass(Duration.ofMinutes(2));
    assertTrue(scene.board.silencedUntil().isEmpty());
  }

  @Test
  void whatIsNotAcknowledgedIsRepeatedAfterFiveMinutesAndThenEveryFifteen() {
    Scene scene = down();
    scene.answering = false;
    scene.pass(Duration.ofSeconds(290));
    assertEquals(0, scene.repeats.size());
    scene.pass(Duration.ofSeconds(20));
    assertEquals(1, scene.repeats.size());
    scene.pass(Duration.ofMinutes(14));
    assertEquals(1, scene.repeats.stream().filter(r -> r.alarm().equals(SIV)).count());
    scene.pass(Duration.ofMinutes(1));
    assertEquals(2, scene.repeats.stream().filter(r -> r.alarm().equals(SIV)).count());
    scene.ack(Kind.OUTAGE, "siv").pass(Duration.ofMinutes(235));
    assertEquals(2, scene.repeats.stream().filter(r -> r.alarm().equals(SIV)).count());
    scene.pass(Duration.ofMinutes(6)).state(Kind.OUTAGE, "siv", Lifecycle.UNACKED);
    assertEquals(3, scene.repeats.stream().filter(r -> r.alarm().equals(SIV)).count());
  }

  @Test
  void acknowledgedThenGoodAndGoodThenAcknowledgedEndAlike() {
    Scene one = down();
    one.ack(Kind.OUTAGE, "siv").at(1).up("siv").at(2).up("siv").expectCleared("siv");
    Scene two = down();
    two.at(1).up("siv").at(2).up("siv").expectCleared("siv").ack(Kind.OUTAGE, "siv");
    one.state(Kind.OUTAGE, "siv", Lifecycle.NORMAL);
    two.state(Kind.OUTAGE, "siv", Lifecycle.NORMAL);
  }

  @Test
  void theFallbackIsAnAlarmOfItsOwnWhileItRuns() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.Fallback("siv", true, "martin", "panne SIV")).expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv");
    assertTrue(scene.board.services().get("siv").fallback().isPresent());
    scene.act(new Act.Fallback("siv", true, "martin", "")).refused("alarm.refused.fallback-runs");
    scene.act(new Act.Fallback("siv", false, "martin", "")).expect(Call.CLEAR, Kind.FALLBACK_ACTIVE, "siv").nothingElse();
  }

  @Test
  void aFaultOfTheConsoleStaysUntilItIsGoneAndReset() {
    Scene scene = Scene.calm("siv");
    AlarmKey journal = new AlarmKey(Kind.CONSOLE_FAULT, "journal");
    scene.hear(new Report.Health("journal", false, Reason.of("x"))).expect(Call.RAISE, Kind.CONSOLE_FAULT, "journal");
    assertEquals(iris.signal.Priority.P2, scene.board.alarms().get(journal).priority());
    scene.act(new Act.Reset(journal, "martin")).refused("alarm.refused.not-over");
    scene.hear(new Report.Health("journal", true, Reason.of("x"))).expect(Call.CLEAR, Kind.CONSOLE_FAULT, "journal");
    scene.act(new Act.Reset(journal, "martin")).refused("alarm.refused.acknowledge-first");
    scene.ack(Kind.CONSOLE_FAULT, "journal").act(new Act.Reset(journal, "martin")).state(Kind.CONSOLE_FAULT, "journal",
        Lifecycle.NORMAL);
    scene.nothingElse();
  }

  @Test
  void twentySix_afterAPowerCutOfFortyMinutesNothingIsGreenAndNothingIsToldTwice() {
    Scene scene = down();
    scene.ack(Kind.OUTAGE, "siv");
    Instant stopped = scene.now.wall();
    scene.now = new Now(stopped.plus(Duration.ofMinutes(40)), Duration.ofSeconds(7));
    scene.input(new Input.Restarted(stopped)).expect(Call.RESTORED, Kind.OUTAGE, "siv").nothingElse();
    scene.sees(Supervision.INIT).state(Kind.OUTAGE, "siv", Lifecycle.ACKED).shows("siv", Shown.DOWN);
    for (int n = 4; n < 8; n++)
      scene.put(Items.window("siv", scene.from(n), n == 6 ? Verdict.DOWN : Verdict.UP, 100, 0, scene.from(n + 1), ""));
    scene.publish().nothingElse().sees(Supervision.FRESH).state(Kind.OUTAGE, "siv", Lifecycle.CLEARING_ACKED);
    scene.noted("alarm.note.restart-summary");
    Reason summary = scene.all.stream().filter(t -> t instanceof Transition.Noted n
        && n.what().key().equals("alarm.note.restart-summary")).map(t -> ((Transition.Noted) t).what()).findFirst().orElseThrow();
    assertEquals("1", summary.args().get(2));
    assertEquals("3", summary.args().get(3));
    scene.at(8).up("siv").expectCleared("siv").nothingElse().shows("siv", Shown.UP);
  }

  @Test
  void aCalmServiceIsNotGreenAfterARestartUntilItsFeedWasReached() {
    Scene scene = Scene.calm("siv");
    scene.now = new Now(scene.now.wall().plusSeconds(60), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(scene.now.wall().minusSeconds(60))).shows("siv", Shown.INIT);
    scene.unreached().shows("siv", Shown.INIT).unchanged().shows("siv", Shown.UP).nothingElse();
  }

  @Test
  void anIncidentDuringMaintenanceOfTheFeedIsNotToldButKept() {
    Scene scene = Scene.calm("siv");
    scene.act(new Act.Maintain("siv", "martin", "version 4", scene.now.wall(), scene.now.wall().plus(Duration.ofHours(1))));
    scene.open("siv", "i1", Incident.Kind.OUTAGE).nothingElse().state(Kind.OUTAGE, "siv", Lifecycle.UNACKED);
    scene.act(new Act.EndMaintenance("siv", "martin")).nothingElse().at(0).up("siv").pass(Duration.ofMinutes(4));
    scene.expect(Call.RESUME, Kind.OUTAGE, "siv").nothingElse();
  }
}
