package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Rules.FeedRules;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Alarms whose end nothing will ever tell: a person has a way out, and only after having looked at them. */
class DeadEndsTest {
  private static final String PART = "certificate " + Scene.FEED;

  private static Contact certificate(int days) {
    return new Contact(Duration.ZERO, Optional.empty(), OptionalInt.of(days), Optional.empty(), 0);
  }

  private static Scene poll(Scene scene, int days) {
    return scene.hear(new Report.Unchanged(Scene.FEED, certificate(days)));
  }

  private static void reset(Scene scene, Kind kind, String subject) {
    AlarmKey key = new AlarmKey(kind, subject);
    assertFalse(scene.board.resettable(key));
    scene.act(new Act.Reset(key, "martin")).refused("alarm.refused.acknowledge-first").ack(kind, subject);
    assertTrue(scene.board.resettable(key));
    scene.act(new Act.Reset(key, "martin")).state(kind, subject, Lifecycle.NORMAL);
  }

  @Test
  void aCertificateRingsFourteenDaysAheadOnceAndIsOverWhenItIsRenewed() {
    Scene scene = Scene.calm("siv");
    poll(scene, 15).nothingElse();
    poll(scene, 14).expect(Call.RAISE, Kind.CONSOLE_FAULT, PART).nothingElse();
    poll(scene, 13).nothingElse().ack(Kind.CONSOLE_FAULT, PART);
    scene.act(new Act.Reset(new AlarmKey(Kind.CONSOLE_FAULT, PART), "martin")).refused("alarm.refused.not-over");
    poll(scene, 90).expect(Call.CLEAR, Kind.CONSOLE_FAULT, PART).state(Kind.CONSOLE_FAULT, PART, Lifecycle.LATCHED_ACKED);
    scene.act(new Act.Reset(new AlarmKey(Kind.CONSOLE_FAULT, PART), "martin"))
        .state(Kind.CONSOLE_FAULT, PART, Lifecycle.NORMAL).nothingElse();
  }

  @Test
  void theCertificateOfAFeedThatIsNoLongerSupervisedIsNobodysConcern() {
    Scene scene = Scene.calm("siv");
    poll(scene, 3).expect(Call.RAISE, Kind.CONSOLE_FAULT, PART);
    scene.input(new Input.Reconfigured(new Rules(
        List.of(new FeedRules("autre", "Autre", Optional.empty(), Duration.ofSeconds(60))), Map.of())));
    scene.state(Kind.CONSOLE_FAULT, PART, Lifecycle.NORMAL).nothingElse();
  }

  @Test
  void aFaultOfAPartThatNobodyReportsAfterARestartCanBeReset() {
    Scene scene = Scene.calm("siv");
    scene.hear(new Report.Health("relay nagios", false, Reason.of("x"))).expect(Call.RAISE, Kind.CONSOLE_FAULT, "relay nagios");
    scene.now = new Now(scene.now.wall().plusSeconds(60), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(scene.now.wall().minusSeconds(60))).expect(Call.RESTORED, Kind.CONSOLE_FAULT, "relay nagios");
    reset(scene, Kind.CONSOLE_FAULT, "relay nagios");
    scene.expect(Call.CLEAR, Kind.CONSOLE_FAULT, "relay nagios").nothingElse();
  }

  @Test
  void aServiceThatItsFeedNoLongerHasCanBeLetGoAndIsNewIfItComesBack() {
    Scene scene = Scene.calm("siv", "pay");
    scene.at(0).up("siv").at(1).up("siv").at(2).up("siv").pass(Duration.ofSeconds(20));
    scene.expect(Call.RAISE, Kind.SERVICE_SILENT, "pay");
    reset(scene, Kind.SERVICE_SILENT, "pay");
    scene.expect(Call.CLEAR, Kind.SERVICE_SILENT, "pay").nothingElse();
    assertEquals(List.of("siv"), List.copyOf(scene.board.services().keySet()));
    scene.at(3).up("siv", "pay").nothingElse().shows("pay", Shown.UP);
  }

  @Test
  void aSilentServiceIsNotLetGoOverAnOutageThatNobodyLookedAt() {
    Scene scene = Scene.calm("siv", "pay");
    scene.at(0).up("siv").down("pay").expectRaised("pay").at(1).up("siv").at(2).up("siv").at(3).up("siv").pass(Duration.ofSeconds(20));
    scene.expect(Call.RAISE, Kind.SERVICE_SILENT, "pay").ack(Kind.SERVICE_SILENT, "pay");
    scene.act(new Act.Reset(new AlarmKey(Kind.SERVICE_SILENT, "pay"), "martin")).refused("alarm.refused.acknowledge-first");
    scene.shows("pay", Shown.DOWN).ack(Kind.OUTAGE, "pay").act(new Act.Reset(new AlarmKey(Kind.SERVICE_SILENT, "pay"), "martin"));
    scene.expectCleared("pay").expect(Call.CLEAR, Kind.SERVICE_SILENT, "pay").nothingElse();
  }

  @Test
  void anIncidentThatVanishedFromAPageOfWordsCanBeReset() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish().open("web", "i", Incident.Kind.OUTAGE).expectRaised("web");
    scene.incidents.clear();
    scene.publish().nothingElse().shows("web", Shown.DOWN).remarks("web", "alarm.remark.vanished");
    reset(scene, Kind.OUTAGE, "web");
    scene.expectCleared("web").shows("web", Shown.UP);
  }
}
