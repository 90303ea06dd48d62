package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Chain.Light;
import iris.alarm.Chain.Part;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Report.Checked.Vantage;
import iris.signal.Took;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each part of the way is lit by its own evidence, and by no more than was measured. */
class ChainTest {
  private static final Took CONNECTED = new Took(Optional.of(Duration.ofMillis(2)), Optional.of(Duration.ofMillis(12)),
      Optional.of(Duration.ofMillis(40)), Optional.empty(), Duration.ofSeconds(10), OptionalInt.of(41));
  private static final Took REFUSED = new Took(Optional.of(Duration.ofMillis(2)), Optional.empty(), Optional.empty(),
      Optional.empty(), Duration.ofMillis(3), OptionalInt.empty());

  private static Chain chain(Scene scene) {
    return Chain.of(scene.board, "siv", scene.now).orElseThrow();
  }

  private static void lit(Scene scene, String lights) {
    Chain c = chain(scene);
    StringBuilder seen = new StringBuilder();
    for (Part part : Part.values()) seen.append(switch (c.lamp(part).light()) {
      case WELL -> '+';
      case BAD -> '-';
      case DOUBTFUL -> '~';
      case NOT_MEASURED -> '.';
    });
    assertEquals(lights, seen.toString(), () -> c.lamps().toString());
  }

  private static Proof proof(Scene scene, Part part, Witness witness) {
    return chain(scene).lamp(part).proofs().stream().filter(p -> p.witness() == witness).findFirst().orElseThrow();
  }

  private static Scene neutral(Scene scene, boolean well) {
    return scene.hear(new Report.Checked(Report.IRIS, Vantage.NEUTRAL_HOST, well, Reason.of("probe.answered", "h", 200)));
  }

  private static Scene check(Scene scene, boolean well, Took took) {
    return scene.hear(new Report.Checked(Scene.FEED, Vantage.SERVICE, well, Reason.of("probe.answered", "s", 200), Optional.of(took)));
  }

  @Test
  void aServiceThatNobodyHasSpokenOfHasNoChain() {
    Scene scene = Scene.of("siv");
    assertTrue(Chain.of(scene.board, "siv", scene.now).isEmpty());
  }

  @Test
  void aCalmServiceWithoutChecksOfItsOwnHasNoMeasureOfTheNetwork() {
    Scene scene = Scene.calm("siv");
    lit(scene, "++.++++");
    assertEquals("alarm.chain.neutral-none", proof(scene, Part.NETWORK, Witness.NEUTRAL_HOST).what().key());
    assertEquals(Reason.of("alarm.chain.check-none", Scene.FEED), proof(scene, Part.PROVIDER, Witness.CHECK).what());
    assertEquals(Fault.NORMAL, chain(scene).verdict().fault());
    assertTrue(chain(scene).weighed().stream().noneMatch(Chain.Weighed::against));
  }

  @Test
  void whatIsConfiguredAndNotYetAnsweredIsSaidAsThat() {
    Scene scene = Scene.calm("siv");
    scene.input(new Input.Reconfigured(new Rules(scene.board.rules().feeds(), Map.of(), Rights.OPEN,
        new Outlook(Set.of(Scene.FEED), Optional.of("example.org")), Map.of())));
    assertEquals("alarm.chain.neutral-waiting", proof(scene, Part.NETWORK, Witness.NEUTRAL_HOST).what().key());
    assertEquals("alarm.chain.check-waiting", proof(scene, Part.PROVIDER, Witness.CHECK).what().key());
    lit(scene, "++.++++");
  }

  @Test
  void anOutageOfTheExternalServiceLightsItAlone() {
    Scene scene = Scene.calm("siv");
    neutral(scene, true);
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.at(0).down("siv");
    neutral(check(scene, true, CONNECTED), true);
    lit(scene, "++++++-");
    Chain c = chain(scene);
    assertEquals(Set.of(Part.EXTERNAL), c.accused());
    Proof words = proof(scene, Part.EXTERNAL, Witness.CLAIM);
    assertEquals(List.of(Reason.of("alarm.chain.words", "délai dépassé")), words.more());
    Proof failures = proof(scene, Part.EXTERNAL, Witness.FAILURES);
    assertEquals(List.of("1000", "EXTERNAL", "1000", "1000", scene.from(0).toString()), failures.what().args());
    assertTrue(c.weighed().stream().anyMatch(w -> !w.against() && w.proof().equals(words)));
    assertTrue(c.weighed().stream().noneMatch(Chain.Weighed::against), () -> c.weighed().toString());
  }

  @Test
  void aProviderThatCallsItselfAtFaultIsBadThoughItsFeedIsWell() {
    Scene scene = Scene.calm("siv");
    Incident i = Items.incident("siv", "i1", Incident.Kind.OUTAGE, scene.now.wall());
    scene.incidents.put("i1", new Incident(i.id(), i.service(), i.title(), i.kind(), true, Optional.of(Origin.PROVIDER),
        i.party(), i.opened(), i.closed(), 1, i.rule(), i.sentence()));
    scene.publish().expectRaised("siv");
    lit(scene, "++.+-..");
    assertEquals(Fault.PROVIDER, chain(scene).verdict().fault());
    assertFalse(proof(scene, Part.PROVIDER, Witness.FAILURES).fresh(), "good figures of before the incident");
    scene.at(0).up("siv");
    lit(scene, "++.+~++");
    assertTrue(chain(scene).weighed().stream().anyMatch(Chain.Weighed::against), "good figures since then");
  }

  @Test
  void aFailingCheckAgainstAFreshFeedIsALinkInDoubtOrDown() {
    Scene scene = Scene.calm("siv");
    neutral(scene, true);
    check(scene, false, REFUSED);
    lit(scene, "+++-~++");
    assertEquals(Fault.OUR_LINK_TO_PROVIDER, chain(scene).verdict().fault());
    check(scene, false, CONNECTED);
    lit(scene, "++++~++");
    assertTrue(proof(scene, Part.PROVIDER, Witness.CHECK).more().contains(Reason.of("alarm.chain.took-tls", 40)));
    assertTrue(proof(scene, Part.PROVIDER, Witness.CHECK).more().contains(Reason.of("alarm.chain.certificate", 41)));
  }

  @Test
  void behindALineThatIsCutNothingIsSaidOfAnybody() {
    Scene scene = Scene.calm("siv");
    scene.answering = false;
    neutral(scene, false);
    scene.unreached().unreached().unreached();
    check(scene, false, REFUSED);
    scene.pass(Duration.ofSeconds(10));
    assertEquals(Light.BAD, chain(scene).lamp(Part.OUR_LINE).light());
    assertEquals(Light.NOT_MEASURED, chain(scene).lamp(Part.PROVIDER_LINE).light());
    assertFalse(proof(scene, Part.PROVIDER, Witness.REACHED).proves(Light.BAD));
    assertEquals(Fault.OUR_NETWORK, chain(scene).verdict().fault());
  }

  @Test
  void anOldCheckIsNoEvidence() {
    Scene scene = Scene.calm("siv");
    neutral(scene, true);
    check(scene, false, CONNECTED);
    scene.at(0).up("siv").at(1).up("siv");
    assertFalse(proof(scene, Part.PROVIDER, Witness.CHECK).fresh());
    lit(scene, "++.++++");
    assertTrue(chain(scene).weighed().stream().noneMatch(w -> w.proof().witness() == Witness.CHECK));
  }

  @Test
  void figuresOfAFeedThatStoodStillProveNothingOfThePresent() {
    Scene scene = Scene.calm("siv");
    scene.pass(Duration.ofMinutes(16)).expect(Transition.Announcement.Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED);
    lit(scene, "++.+~..");
    assertEquals(Fault.PROVIDER_SIGNALLING, chain(scene).verdict().fault());
    assertEquals(Set.of(Part.PROVIDER), chain(scene).accused());
  }

  @Test
  void anIncidentThatIsStillOpenInALostFeedIsADoubtNotAProof() {
    Scene scene = Scene.calm("siv");
    scene.open("siv", "i1", Incident.Kind.OUTAGE).expectRaised("siv");
    scene.pass(Duration.ofMinutes(16)).expect(Transition.Announcement.Call.RAISE, Kind.SUPERVISION_LOST, Scene.FEED);
    lit(scene, "++.+~.~");
  }

  @Test
  void afterARestartNothingIsWellThatWasNotAskedAgain() {
    Scene scene = Scene.calm("siv");
    neutral(scene, true);
    scene.now = new Now(scene.now.wall().plusSeconds(60), Duration.ofSeconds(3));
    scene.input(new Input.Restarted(scene.now.wall().minusSeconds(60)));
    lit(scene, "+......");
  }

  @Test
  void aWindowWithoutTrafficMeasuresNothing() {
    Scene scene = Scene.calm("siv");
    scene.at(0).put(Items.window("siv", scene.from(0), Verdict.UP, 0, 0, scene.now.wall(), "")).publish();
    assertEquals("alarm.chain.no-traffic", proof(scene, Part.EXTERNAL, Witness.FAILURES).what().key());
    lit(scene, "++.++..");
  }

  @Test
  void aBoardThatNobodyKeepsUpToDateIsABadDesk() {
    Scene scene = Scene.calm("siv");
    Now later = scene.now.plus(Duration.ofSeconds(40));
    assertEquals(Light.BAD, Chain.of(scene.board, "siv", later).orElseThrow().lamp(Part.DESK).light());
  }
}
