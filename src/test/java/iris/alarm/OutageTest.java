package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Rules.FeedRules;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two witnesses, and the scenarios of section 12 about outages and returns. */
class OutageTest {
  private static Announcement lastTold(Scene scene) {
    return scene.all.stream().filter(t -> t instanceof Transition.Told).map(t -> ((Transition.Told) t).announcement())
        .toList().getLast();
  }

  @Test
  void nineteen_oneWindowDownRaisesRecoversByHalvesAndClears() {
    Scene scene = Scene.calm("siv");
    scene.at(0).down("siv").expectRaised("siv").shows("siv", Shown.DOWN).remarks("siv", "alarm.remark.drift");
    scene.at(1).up("siv").nothingElse().shows("siv", Shown.DOWN).remarks("siv", "alarm.remark.recovering");
    scene.at(2).up("siv").expectCleared("siv").nothingElse().shows("siv", Shown.UP);
    assertEquals(Optional.of(Duration.ofMinutes(5)), lastTold(scene).lasted());
    assertEquals(Optional.of(Duration.ofMinutes(5)), lastTold(scene).unsure());
    scene.state(Kind.OUTAGE, "siv", Lifecycle.RETURNED_UNACKED).ack(Kind.OUTAGE, "siv");
    scene.state(Kind.OUTAGE, "siv", Lifecycle.NORMAL);
  }

  @Test
  void twenty_downAckedFeedLostFeedBackUp_stays_thenClearsWithTheTrueTime() {
    Scene scene = Scene.calm("siv");
    scene.at(0).down("siv").expectRaised("siv").ack(Kind.OUTAGE, "siv");
    scene.answering = false;
    scene.garbled().garbled().garbled().expect(Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED);
    scene.pass(Duration.ofMinutes(10)).state(Kind.OUTAGE, "siv", Lifecycle.ACKED).shows("siv", Shown.DOWN);
    scene.answering = true;
    scene.put(Items.window("siv", scene.from(1), Verdict.UP, 100, 0, scene.from(2), ""));
    scene.pass(Duration.ofSeconds(300 * 4 - 600));
    scene.pending.clear();
    scene.put(Items.window("siv", scene.from(2), Verdict.UP, 100, 0, scene.from(3), ""));
    scene.put(Items.window("siv", scene.from(3), Verdict.UP, 100, 0, scene.from(4), "")).publish();
    scene.sees(Supervision.FRESH).state(Kind.OUTAGE, "siv", Lifecycle.CLEARING_ACKED);
    scene.pending.clear();
    scene.at(4);
    scene.pending.clear();
    scene.up("siv").expectCleared("siv").state(Kind.OUTAGE, "siv", Lifecycle.NORMAL);
    assertEquals(Optional.of(Duration.ofMinutes(5)), lastTold(scene).lasted());
  }

  @Test
  void twentyOne_aDegradationThatWasAcknowledgedBecomesAnOutageWithSound() {
    Scene scene = Scene.calm("siv");
    scene.at(0).degraded("siv").nothingElse().shows("siv", Shown.DEGRADED);
    scene.at(1).degraded("siv").expect(Call.RAISE, Kind.DEGRADED, "siv").ack(Kind.DEGRADED, "siv");
    scene.at(2).down("siv").expectRaised("siv").nothingElse().shows("siv", Shown.DOWN);
    assertEquals(Priority.P1, lastTold(scene).priority());
  }

  @Test
  void oneDegradedWindowIsFleetingAndTheBandNearTheLimitNeitherRaisesNorClears() {
    Scene scene = Scene.calm("siv");
    scene.at(0).degraded("siv").at(1).up("siv").nothingElse().noted("alarm.note.fleeting");
    scene.at(2).degraded("siv").at(3).degraded("siv").expect(Call.RAISE, Kind.DEGRADED, "siv");
    scene.at(4).put(Items.window("siv", scene.from(4), Verdict.UP, 1000, 48, scene.now.wall(), "")).publish();
    scene.at(5).put(Items.window("siv", scene.from(5), Verdict.UP, 1000, 48, scene.now.wall(), "")).publish();
    scene.nothingElse().state(Kind.DEGRADED, "siv", Lifecycle.UNACKED);
    scene.at(6).up("siv").at(7).up("siv").expect(Call.CLEAR, Kind.DEGRADED, "siv").nothingElse();
  }

  @Test
  void anAnnouncedOutageRaisesAtOnceAndGoodFiguresAloneDoNotEndIt() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv").shows("siv", Shown.DOWN);
    assertTrue(scene.board.services().get("siv").remarks().stream()
        .noneMatch(r -> r.key().equals("alarm.remark.figures-normal")), "no window has been measured since");
    scene.at(0).up("siv").at(1).up("siv").at(2).up("siv").nothingElse().shows("siv", Shown.DOWN);
    scene.remarks("siv", "alarm.remark.figures-normal");
    scene.close("i1").expectCleared("siv").nothingElse().shows("siv", Shown.UP);
    assertEquals(OriginVerdict.Fault.NORMAL, scene.board.services().get("siv").origin().fault());
  }

  @Test
  void aReturnThatTheFiguresDoNotConfirmIsSaidAndClearsByFiguresOnly() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.at(0).down("siv").at(1).down("siv").nothingElse();
    scene.close("i1", scene.from(1)).nothingElse().shows("siv", Shown.DOWN).remarks("siv", "alarm.remark.unconfirmed");
    scene.at(2).up("siv").nothingElse().at(3).up("siv").expectCleared("siv").nothingElse();
  }

  @Test
  void theWindowThatHeldTheEndOfAnAnnouncedOutageDoesNotRaiseItAgain() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.at(0).down("siv").pass(Duration.ofSeconds(120)).close("i1").expectCleared("siv");
    scene.shows("siv", Shown.UNKNOWN).remarks("siv", "alarm.remark.awaiting-figures");
    scene.at(1).down("siv").nothingElse();
    scene.at(2).up("siv").nothingElse().shows("siv", Shown.UP);
  }

  @Test
  void aReturnThenDownAgainIsANewEpisode() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    String first = scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, "siv")).episode().orElseThrow();
    scene.pass(Duration.ofSeconds(40)).close("i1").expectCleared("siv");
    scene.open("siv", "i2", Incident.Kind.OUTAGE).expectRaised("siv").nothingElse();
    assertTrue(!first.equals(scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, "siv")).episode().orElseThrow()));
  }

  @Test
  void anOpenIncidentThatVanishesIsGoneWithoutAReturnUnlessItsDialectSaysOtherwise() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.incidents.clear();
    scene.publish().nothingElse().shows("siv", Shown.DOWN).remarks("siv", "alarm.remark.vanished");

    Scene page = Scene.of("web");
    page.dialect = Dialect.STATUSPAGE;
    page.publish().open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web");
    page.incidents.clear();
    page.publish().pass(Duration.ofHours(1)).nothingElse().shows("web", Shown.DOWN);
    page.act(new Act.Reset(new AlarmKey(Kind.OUTAGE, "web"), "martin")).refused("alarm.refused.acknowledge-first");
    page.ack(Kind.OUTAGE, "web").act(new Act.Reset(new AlarmKey(Kind.OUTAGE, "web"), "martin")).expectCleared("web");
    page.nothingElse().shows("web", Shown.UP);

    Scene azure = Scene.of("web");
    azure.dialect = Dialect.AZURE;
    azure.publish().open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web");
    azure.incidents.clear();
    azure.publish().expectCleared("web").shows("web", Shown.UP);
  }

  @Test
  void anIncidentThatVanishesAndComesBackIsTheSameOutage() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish().open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web");
    Map<String, Incident> kept = Map.copyOf(scene.incidents);
    for (int i = 0; i < 5; i++) {
      scene.incidents.clear();
      scene.publish();
      scene.incidents.putAll(kept);
      scene.publish().nothingElse().state(Kind.OUTAGE, "web", Lifecycle.UNACKED);
    }
    assertEquals(List.of(), scene.repeats);
  }

  @Test
  void anotherIncidentThanTheAcknowledgedOneRingsAgain() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish().open("web", "i1", Incident.Kind.OUTAGE).expectRaised("web").ack(Kind.OUTAGE, "web");
    scene.open("web", "i2", Incident.Kind.OUTAGE).state(Kind.OUTAGE, "web", Lifecycle.UNACKED);
    scene.expect(Call.ANEW, Kind.OUTAGE, "web").close("i1").nothingElse().shows("web", Shown.DOWN).close("i2").expectCleared("web");
  }

  @Test
  void theHandoverTellsWhatAnAlarmThatRangAgainIsAboutNow() {
    Scene scene = Scene.of("web");
    scene.dialect = Dialect.STATUSPAGE;
    scene.publish().open("web", "i1", Incident.Kind.OUTAGE).ack(Kind.OUTAGE, "web");
    assertEquals(Optional.of(lastTold(scene).why()), scene.board.shift().spells().getLast().story().why());
    scene.open("web", "i2", Incident.Kind.OUTAGE);
    assertEquals(Call.ANEW, lastTold(scene).call());
    assertEquals(Optional.of(lastTold(scene).why()), scene.board.shift().spells().getLast().story().why());
  }

  @Test
  void theFirstDocumentIsSilentForWhatIsClosedAndRingsForWhatIsOpen() {
    Scene scene = Scene.of("siv");
    scene.at(3);
    for (int n = 0; n < 4; n++)
      scene.put(Items.window("siv", scene.from(n), n == 1 ? Verdict.DOWN : Verdict.UP, 100, 0, scene.from(n + 1), ""));
    Incident past = Items.incident("siv", "old", Incident.Kind.OUTAGE, scene.from(1));
    scene.incidents.put("old", Items.closed(past, scene.from(2)));
    scene.publish().nothingElse().shows("siv", Shown.UP);

    Scene still = Scene.of("siv");
    still.at(3);
    for (int n = 0; n < 4; n++)
      still.put(Items.window("siv", still.from(n), n >= 2 ? Verdict.DOWN : Verdict.UP, 100, 0, still.from(n + 1), ""));
    still.publish().expectRaised("siv").nothingElse();
    assertEquals(still.from(2), lastTold(still).since());
  }

  @Test
  void anOutageInhibitsTheDegradationAndLetsItRingWhenItIsOver() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.open("siv", "i2", Incident.Kind.DEGRADATION).nothingElse().state(Kind.DEGRADED, "siv", Lifecycle.UNACKED);
    scene.at(0).degraded("siv").nothingElse();
    scene.close("i1").expectCleared("siv").expect(Call.RESUME, Kind.DEGRADED, "siv").nothingElse();
    scene.shows("siv", Shown.DEGRADED);
  }

  @Test
  void twentyThree_twentyFiveServicesDownInOnePollAreAllListed() {
    String[] services = IntStream.range(0, 25).mapToObj(i -> "s" + i).toArray(String[]::new);
    Scene scene = Scene.calm(services);
    scene.at(0).down(services);
    assertEquals(25, scene.pending.size());
    assertEquals(25, scene.board.alarms().values().stream().filter(a -> a.state() == Lifecycle.UNACKED).count());
    assertTrue(scene.board.flooded());
    scene.pending.clear();
    scene.pass(Duration.ofMinutes(11)).noted("alarm.note.flood-over");
  }

  @Test
  void theSameEpisodeHasTheSameNameOnEveryConsole() {
    Scene early = Scene.calm("siv");
    early.at(0).down("siv").expectRaised("siv").at(1).down("siv");
    Scene lateComer = Scene.of("siv");
    lateComer.at(1);
    early.document.values().forEach(lateComer::put);
    lateComer.publish().expectRaised("siv");
    AlarmKey key = new AlarmKey(Kind.OUTAGE, "siv");
    assertEquals(early.board.alarms().get(key).episode(), lateComer.board.alarms().get(key).episode());
    assertEquals("siv|OUTAGE@" + Instant.parse("2026-11-22T14:00:00Z").getEpochSecond() / 300,
        lateComer.board.alarms().get(key).episode().orElseThrow());
  }

  @Test
  void newRulesKeepAllThatIsKnownAndARemovedFeedEndsUntold() {
    Scene scene = Scene.calm("siv");
    scene.at(0).down("siv").expectRaised("siv").ack(Kind.OUTAGE, "siv");
    scene.input(new Input.Reconfigured(new Rules(List.of(
        new FeedRules("autre", "Autre", Optional.empty(), Duration.ofSeconds(60)),
        new FeedRules(Scene.FEED, "Darva", Optional.empty(), Duration.ofSeconds(30))), Map.of())));
    scene.nothingElse().state(Kind.OUTAGE, "siv", Lifecycle.ACKED).shows("siv", Shown.DOWN);
    assertEquals(List.of("autre", Scene.FEED), List.copyOf(scene.board.feeds().keySet()));
    scene.input(new Input.Reconfigured(new Rules(List.of(
        new FeedRules("autre", "Autre", Optional.empty(), Duration.ofSeconds(60))), Map.of())));
    scene.nothingElse().state(Kind.OUTAGE, "siv", Lifecycle.NORMAL).noted("alarm.note.unsupervised");
    assertTrue(scene.board.services().isEmpty() && scene.board.alarms().isEmpty());
  }

  @Test
  void anIncidentThatIsSaidOfAServiceNobodyKnowsEndsNothing() {
    Scene scene = Scene.calm("siv", "permis");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.incidents.put("i1", Items.incident("dowm", "i1", Incident.Kind.OUTAGE, scene.now.wall().minusSeconds(20)));
    scene.publish().expectRaised("dowm").nothingElse();
    assertTrue(scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, "siv")).state().active());
  }

  @Test
  void anIncidentThatIsSaidOfAnotherServiceLeavesWhatTheFiguresSaid() {
    Scene scene = Scene.calm("siv", "permis");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.at(0).down("siv").up("permis").nothingElse();
    scene.incidents.put("i1", Items.incident("permis", "i1", Incident.Kind.OUTAGE, scene.now.wall().minusSeconds(20)));
    scene.publish().expectRaised("permis").nothingElse();
    assertTrue(scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, "siv")).state().active());
  }

  @Test
  void anIncidentThatIsSaidOfAnotherServiceIsOverHereWhereNoFigureSpeaksForIt() {
    Scene scene = Scene.calm("siv", "permis");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.incidents.put("i1", Items.incident("permis", "i1", Incident.Kind.OUTAGE, scene.now.wall().minusSeconds(20)));
    scene.publish().expectRaised("permis").expectCleared("siv").nothingElse();
  }
}
