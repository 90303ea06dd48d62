package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Contact;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Scenarios of section 12 about whether a feed may be believed. */
class SightTest {
  private static Scene lost(Scene scene) {
    return scene.expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED);
  }

  @Test
  void one_hostUnreachableIsLateAtTheSecondFailedPollAndLostAfter300sToldOnce() {
    Scene scene = Scene.calm("siv");
    scene.answering = false;
    scene.pass(Duration.ofSeconds(60)).unreached().sees(Supervision.FRESH);
    scene.pass(Duration.ofSeconds(60)).unreached().sees(Supervision.LATE).nothingElse();
    scene.shows("siv", Shown.UNKNOWN);
    scene.pass(Duration.ofSeconds(60)).unreached().pass(Duration.ofSeconds(110)).sees(Supervision.LATE).nothingElse();
    scene.pass(Duration.ofSeconds(20)).sees(Supervision.LOST);
    lost(scene).nothingElse().shows("siv", Shown.LOST);
    scene.pass(Duration.ofMinutes(9)).nothingElse();
    scene.state(Kind.OUTAGE, "siv", Lifecycle.NORMAL);
  }

  @Test
  void two_frozenContentGrowsOldThoughItAnswers() {
    Scene scene = Scene.calm("siv");
    scene.pass(Duration.ofSeconds(460)).sees(Supervision.FRESH);
    scene.pass(Duration.ofSeconds(30)).sees(Supervision.LATE).nothingElse();
    scene.pass(Duration.ofSeconds(390)).sees(Supervision.LATE).nothingElse();
    scene.pass(Duration.ofSeconds(30)).sees(Supervision.LOST);
    lost(scene);
    assertEquals("alarm.sight.frozen", scene.board.feeds().get(Scene.FEED).why().orElseThrow().key());
  }

  @Test
  void three_aProxysCopyIsSaidToBeOne() {
    Scene scene = Scene.calm("siv");
    Contact copy = new Contact(Duration.ZERO, Optional.empty(), OptionalInt.empty(), Optional.of(Duration.ofMinutes(20)), 0);
    scene.hear(new Report.Unchanged(Scene.FEED, copy)).tick().noted("alarm.note.cached").remarks("siv", "alarm.remark.cached");
  }

  @Test
  void five_threeInvalidDocumentsLoseSightAndKeepTheOldData() {
    Scene scene = Scene.calm("siv");
    scene.garbled().sees(Supervision.FRESH).garbled().sees(Supervision.LATE).nothingElse();
    scene.garbled().sees(Supervision.LOST);
    lost(scene).nothingElse();
    assertEquals(2, scene.board.services().get("siv").windows().size());
  }

  @Test
  void six_anEmptyDocumentIsNotAllFine() {
    Scene scene = Scene.of("siv");
    scene.publish().sees(Supervision.INIT).noted("alarm.note.empty");
    scene.pass(Duration.ofSeconds(290)).nothingElse();
    scene.pass(Duration.ofSeconds(20)).sees(Supervision.LOST);
    lost(scene).shows("siv", Shown.LOST);
  }

  @Test
  void seven_aServiceThatVanishesIsUnknownAt480sAndRingsAt900s() {
    Scene scene = Scene.calm("siv", "pay");
    scene.at(0).up("siv").at(1).up("siv").shows("pay", Shown.UNKNOWN).nothingElse().shows("siv", Shown.UP);
    scene.at(2).up("siv").pass(Duration.ofSeconds(10)).expect(Call.RAISE, Kind.SERVICE_SILENT, "pay").nothingElse();
    scene.at(3).up("siv", "pay").expect(Call.CLEAR, Kind.SERVICE_SILENT, "pay").nothingElse().shows("pay", Shown.UP);
  }

  @Test
  void seventeen_aSteppedClockLosesSightUntilTheNextValidPoll() {
    Scene scene = Scene.calm("siv");
    scene.now = new Now(scene.now.wall().plus(Duration.ofMinutes(5)), scene.now.mono().plusSeconds(5));
    scene.tick().sees(Supervision.LOST).shows("siv", Shown.LOST).noted("alarm.note.clock-stepped").nothingElse();
    scene.answering = false;
    scene.pass(Duration.ofSeconds(90));
    lost(scene).nothingElse();
  }

  @Test
  void seventeen_aClockThatIsWrongByFiveMinutesIsAFaultOfTheConsole() {
    Scene scene = Scene.calm("siv");
    Contact off = new Contact(Duration.ZERO, Optional.of(Duration.ofMinutes(-5)), OptionalInt.empty(), Optional.empty(), 0);
    for (int i = 0; i < 4; i++) scene.hear(new Report.Unchanged(Scene.FEED, off)).nothingElse();
    scene.hear(new Report.Unchanged(Scene.FEED, off)).expect(Call.RAISE, Kind.CONSOLE_FAULT, "clock").nothingElse();
  }

  @Test
  void twentySeven_anHourOfSleepIsLostUntilTheNextValidPollAndRaisesNoService() {
    Scene scene = Scene.calm("siv");
    scene.now = new Now(scene.now.wall().plus(Duration.ofHours(1)), scene.now.mono().plusSeconds(3));
    scene.tick().sees(Supervision.LOST).shows("siv", Shown.LOST).nothingElse();
    for (int n = 0; n <= 11; n++) scene.put(Items.window("siv", scene.from(n),
        n == 5 ? iris.signal.Verdict.DOWN : iris.signal.Verdict.UP, 100, 0, scene.from(n + 1), ""));
    scene.publish().sees(Supervision.FRESH).shows("siv", Shown.UP).nothingElse();
    scene.pass(Duration.ofSeconds(120)).state(Kind.SUPERVISION_LOST, Scene.FEED, Lifecycle.NORMAL).nothingElse();
  }

  @Test
  void whatTwoPollsAfterWakingDoNotBringBackRingsAndAnAlarmThatStoodBeforeSleepStands() {
    Scene scene = Scene.calm("siv");
    scene.answering = false;
    scene.now = new Now(scene.now.wall().plus(Duration.ofHours(1)), scene.now.mono().plusSeconds(3));
    scene.tick().sees(Supervision.LOST).pass(Duration.ofSeconds(80)).unreached().nothingElse();
    scene.pass(Duration.ofSeconds(10));
    lost(scene).nothingElse();
    scene.now = new Now(scene.now.wall().plus(Duration.ofHours(1)), scene.now.mono().plusSeconds(3));
    scene.tick().nothingElse().state(Kind.SUPERVISION_LOST, Scene.FEED, Lifecycle.UNACKED);
  }

  @Test
  void nappingOverAndOverDoesNotPutOffTheAlarm() {
    Scene scene = Scene.calm("siv");
    scene.answering = false;
    for (int i = 0; i < 4; i++) {
      scene.now = scene.now.plus(Duration.ofSeconds(31));
      scene.tick().sees(Supervision.LOST);
    }
    lost(scene).nothingElse();
  }

  @Test
  void aTickThatIsLateByHalfAMinuteIsSleep() {
    Scene scene = Scene.calm("siv");
    scene.now = scene.now.plus(Duration.ofSeconds(31));
    scene.tick().sees(Supervision.LOST).shows("siv", Shown.LOST);
    scene.unchanged().sees(Supervision.FRESH).nothingElse();
  }

  @Test
  void lostSightIsUrgentAfterHalfAnHourAndAtOnceIfAServiceWasDown() {
    Scene scene = Scene.calm("siv");
    scene.garbled().garbled().garbled();
    lost(scene);
    assertEquals(Priority.P2, scene.board.alarms().get(new AlarmKey(Kind.SUPERVISION_LOST, Scene.FEED)).priority());
    scene.answering = false;
    scene.pass(Duration.ofMinutes(29)).nothingElse();
    scene.pass(Duration.ofMinutes(2)).expect(Call.ESCALATE, Kind.SUPERVISION_LOST, Scene.FEED);

    Scene down = Scene.calm("siv");
    down.at(0).down("siv").expectRaised("siv").garbled().garbled().garbled();
    lost(down).shows("siv", Shown.DOWN).remarks("siv", "alarm.remark.last-known");
    assertEquals(Priority.P1, down.board.alarms().get(new AlarmKey(Kind.SUPERVISION_LOST, Scene.FEED)).priority());
  }

  @Test
  void theDeskIsWokenAtLeastEveryTenSeconds() {
    Scene scene = Scene.calm("siv");
    scene.at(0).down("siv").expectRaised("siv");
    scene.act(new Act.Shelve(new AlarmKey(Kind.OUTAGE, "siv"), "martin", "connu", Duration.ofSeconds(4)));
    Duration wake = scene.board.wakeAt().orElseThrow().minus(scene.now.mono());
    assertEquals(Duration.ofSeconds(4), wake);
    scene.pass(Duration.ofSeconds(4)).expect(Call.SHELF_OVER, Kind.OUTAGE, "siv");
    assertTrue(scene.board.wakeAt().orElseThrow().minus(scene.now.mono()).compareTo(Duration.ofSeconds(10)) <= 0);
  }

  @Test
  void aPageWithoutFiguresIsJudgedByReachabilityAndSaysSo() {
    Scene scene = Scene.of("web");
    scene.dialect = iris.signal.Dialect.STATUSPAGE;
    scene.publish().sees(Supervision.FRESH).shows("web", Shown.UP).remarks("web", "alarm.remark.words-only");
    scene.pass(Duration.ofHours(3)).sees(Supervision.FRESH).nothingElse();
    scene.open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web").shows("web", Shown.DOWN);
    scene.pass(Duration.ofMinutes(4)).close("i1").expectCleared("web").shows("web", Shown.UP).nothingElse();
    scene.open("web", "i2", Incident.Kind.UNCLASSIFIED).expect(Call.RAISE, Kind.TO_CLASSIFY, "web").shows("web", Shown.UNKNOWN);
    assertEquals(List.of(), scene.pending);
  }

  @Test
  void anAgentThatStillBeatsAndMeasuresNothingGrowsOldLikeASilentOne() {
    Scene scene = Scene.calm("siv");
    for (int minute = 0; minute < 8; minute++) scene.pass(Duration.ofMinutes(1)).publish();
    scene.sees(Supervision.LATE).shows("siv", Shown.UNKNOWN).nothingElse();
    for (int minute = 0; minute < 7; minute++) scene.pass(Duration.ofMinutes(1)).publish();
    scene.sees(Supervision.LOST).shows("siv", Shown.LOST);
    lost(scene).nothingElse();
  }

  @Test
  void whatIsTooOldAfterSleepIsLostForItsAgeAndNoLongerForTheSleep() {
    Scene scene = Scene.calm("siv");
    scene.now = scene.now.plus(Duration.ofMinutes(10));
    scene.tick().sees(Supervision.LOST).unchanged().sees(Supervision.LOST).shows("siv", Shown.LOST);
    lost(scene).nothingElse();
    assertEquals("alarm.sight.old", scene.board.feeds().get(Scene.FEED).why().orElseThrow().key());
    assertEquals("alarm.sight.old",
        scene.board.alarms().get(new AlarmKey(Kind.SUPERVISION_LOST, Scene.FEED)).why().key());
  }
}
