package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.FallbackSight;
import iris.signal.Incident;
import iris.signal.Report.Switching.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When IRIS advises to switch, and when to come back. */
class AdviceTest {
  private static Advice advice(Scene scene) {
    return Advice.of(scene.board, "siv");
  }

  private static Scene helpingFor(Fault... faults) {
    Scene scene = FallbackTest.planned();
    return scene.input(new Input.Reconfigured(scene.board.rules().planned(Map.of("siv",
        new Rules.FallbackRules("SIV interne", Set.of(faults), true, true, true, Duration.ofSeconds(60), 3,
            Duration.ofMinutes(30), List.of())))));
  }

  @Test
  void aCalmServiceIsNotAdvisedAbout() {
    assertEquals(Advice.NONE, advice(FallbackTest.planned()));
  }

  @Test
  void anOutageForWhichThePlanHelpsIsRecommended() {
    Scene scene = helpingFor(Fault.EXTERNAL).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    Advice.Recommended advice = assertInstanceOf(Advice.Recommended.class, advice(scene));
    assertEquals("alarm.advice.fault.EXTERNAL", advice.why().args().get(1));
    scene.ack(Kind.OUTAGE, "siv");
    assertInstanceOf(Advice.Recommended.class, advice(scene), "an acknowledgement mends nothing");
  }

  @Test
  void anOutageForWhichThePlanDoesNotHelpIsSaidSo() {
    Scene scene = helpingFor(Fault.PROVIDER).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    assertEquals("alarm.advice.not-for", assertInstanceOf(Advice.NotHelping.class, advice(scene)).why().key());
  }

  @Test
  void anOutageDuringMaintenanceIsNotAdvisedAbout() {
    Scene scene = helpingFor(Fault.EXTERNAL);
    scene.act(new Act.Maintain("siv", "martin", "v4", scene.now.wall(), scene.now.wall().plus(Duration.ofHours(1))));
    scene.open("siv", "i1", Incident.Kind.OUTAGE).tick();
    assertEquals(Advice.NONE, advice(scene));
  }

  @Test
  void theReturnIsProposedAfterTheAnnouncedRecoveryAndEnoughGoodWindowsAndNeverMade() {
    Scene scene = helpingFor(Fault.EXTERNAL).open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    FallbackTest.report(FallbackTest.order(scene, true), Stage.VERIFIED, FallbackSight.RUNNING)
        .expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv");
    scene.at(0).down("siv");
    assertEquals(Advice.NONE, advice(scene));
    scene.at(1).up("siv").at(2).up("siv").at(3).up("siv");
    assertEquals(Advice.NONE, advice(scene), "good figures do not end what the provider holds open");
    scene.close("i1").expectCleared("siv").nothingElse();
    assertEquals(Advice.NONE, advice(scene), "windows before the end do not count");
    scene.at(4).up("siv").at(5).up("siv");
    assertEquals(Advice.NONE, advice(scene));
    scene.at(6).up("siv");
    assertEquals("alarm.advice.return", assertInstanceOf(Advice.ReturnProposed.class, advice(scene)).why().key());
    assertInstanceOf(Fallback.On.class, scene.board.fallback("siv").now(), "proposed, not done");
  }

  @Test
  void aBadWindowBeginsTheCountAnew() {
    Scene scene = helpingFor(Fault.EXTERNAL);
    FallbackTest.report(FallbackTest.order(scene, true), Stage.VERIFIED, FallbackSight.RUNNING)
        .expect(Call.RAISE, Kind.FALLBACK_ACTIVE, "siv");
    scene.at(0).up("siv").at(1).up("siv").at(2).degraded("siv").at(3).up("siv").at(4).up("siv");
    assertEquals(Advice.NONE, advice(scene));
    scene.at(5).up("siv");
    assertEquals("alarm.advice.return-unannounced", assertInstanceOf(Advice.ReturnProposed.class, advice(scene)).why().key());
  }
}
