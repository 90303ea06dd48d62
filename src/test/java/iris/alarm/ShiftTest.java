package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act.Checked.Finding;
import iris.alarm.Act.Checked.Found;
import iris.alarm.AlarmKey.Kind;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report.Switching.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Notes, the handover, the check at the start of a shift, and what a shift remembers of itself. */
class ShiftTest {
  private static final String PAGE = "Relève du 22/11\nRien à signaler.\n";

  private static Act handOver(String from, String to) {
    return new Act.HandOver("marie", from, to, Relieving.digest(PAGE), PAGE);
  }

  @Test
  void notesStayUntilTheHandoverAndTheNextShiftBeginsWithNone() {
    Scene scene = Scene.calm("siv").act(new Act.Note("marie", "  Appeler le prestataire à 18 h. "));
    assertEquals(List.of(new Alarm.Remark(scene.now.wall(), "marie", "Appeler le prestataire à 18 h.")),
        scene.board.shift().notes());
    scene.act(handOver("Marie Curie", "Paul"));
    assertEquals(Optional.of(new Shift.Handed(scene.now.wall(), "Marie Curie", "Paul", Relieving.digest(PAGE))),
        scene.board.shift().handed());
    assertEquals(List.of(), scene.board.shift().notes());
    assertEquals(scene.now.wall(), scene.board.shift().since());
  }

  @Test
  void anEmptyNoteAndOneWithoutEndAreRefused() {
    Scene scene = Scene.calm("siv").act(new Act.Note("marie", " ")).refused("alarm.refused.no-note");
    scene.act(new Act.Note("marie", "x".repeat(1001))).refused("alarm.refused.note-too-long");
    assertEquals(2, scene.board.shift().refused());
  }

  @Test
  void notesAreBoundedAndWhatWentIsCounted() {
    Scene scene = Scene.calm("siv");
    IntStream.rangeClosed(1, 203).forEach(i -> scene.act(new Act.Note("marie", "note " + i)));
    assertEquals(200, scene.board.shift().notes().size());
    assertEquals("note 203", scene.board.shift().notes().getLast().text());
    assertEquals(3, scene.board.shift().left());
  }

  @Test
  void aStormThatIsOverLeavesNoMoreThanOthersDo() {
    String[] services = IntStream.range(0, 260).mapToObj(i -> "s" + i).toArray(String[]::new);
    Scene scene = Scene.calm(services).at(0).down(services);
    for (String each : services) scene.expectRaised(each);
    assertEquals(260, scene.board.shift().spells().size(), "what stands stays");
    scene.at(1).up(services).at(2).up(services);
    for (String each : services) scene.expectCleared(each);
    scene.at(3).down("s7").expectRaised("s7");
    assertEquals(200, scene.board.shift().spells().size());
    assertEquals(61, scene.board.shift().left());
    assertEquals("s7", scene.board.shift().spells().getLast().alarm().subject());
    assertEquals(Optional.empty(), scene.board.shift().spells().getLast().until());
  }

  @Test
  void oneNameAloneDoesNotHandOver() {
    Scene scene = Scene.calm("siv");
    scene.act(handOver("Marie", " ")).refused("alarm.refused.handover-incoming");
    scene.act(handOver("", "Paul")).refused("alarm.refused.handover-outgoing");
    scene.act(handOver("Marie", " MARIE")).refused("alarm.refused.handover-one");
    scene.act(new Act.HandOver("marie", "Marie", "Paul", Relieving.digest("autre"), PAGE))
        .refused("alarm.refused.handover-page");
    assertTrue(scene.board.shift().handed().isEmpty());
  }

  @Test
  void anOutageIsRememberedWithItsTrueEndAndOneThatStandsGoesOverToTheNextShift() {
    Scene scene = Scene.calm("siv", "fni").at(0).down("siv").expectRaised("siv");
    scene.at(1).up("siv").at(2).up("siv").expectCleared("siv").down("fni").expectRaised("fni");
    Shift.Spell siv = scene.board.shift().spells().getFirst();
    assertEquals(new AlarmKey(Kind.OUTAGE, "siv"), siv.alarm());
    assertEquals(scene.from(0), siv.since());
    assertEquals(Optional.of(scene.from(1)), siv.until());
    scene.act(handOver("Marie", "Paul"));
    assertEquals(List.of("fni"), scene.board.shift().spells().stream().map(s -> s.alarm().subject()).toList());
    assertEquals(0, scene.board.shift().refused());
  }

  @Test
  void aFeedThatWasNotSeenIsOneGapFromItsFirstDelayToItsReturn() {
    Scene scene = Scene.calm("siv");
    scene.answering = false;
    scene.pass(Duration.ofMinutes(20));
    Shift.Gap open = scene.board.shift().gaps().getLast();
    assertEquals(Supervision.LOST, open.worst());
    assertTrue(open.to().isEmpty());
    scene.answering = true;
    scene.pending.clear();
    scene.up("siv");
    scene.at(4).up("siv");
    scene.pending.clear();
    assertEquals(open.from(), scene.board.shift().gaps().getLast().from());
    assertTrue(scene.board.shift().gaps().getLast().to().isPresent());
  }

  @Test
  void theLastCheckIsKeptAcrossTheHandover() {
    Found well = new Found(Finding.WELL, Reason.of("ui.shift.check.confirmed"));
    Act.Checked check = new Act.Checked("paul", well, new Found(Finding.ILL, Reason.of("notify.sound.no-device")), well);
    Scene scene = Scene.calm("siv").act(check);
    Shift.Checked kept = scene.board.shift().checked().orElseThrow();
    assertEquals(check, kept.what());
    scene.act(handOver("Marie", "Paul"));
    assertEquals(Optional.of(kept), scene.board.shift().checked());
  }

  @Test
  void aCalmStepLeavesTheShiftTheSame() {
    Scene scene = Scene.calm("siv");
    Shift before = scene.board.shift();
    scene.pass(Duration.ofMinutes(1));
    assertTrue(before == scene.board.shift());
    assertFalse(scene.board.shift().spells().stream().anyMatch(s -> s.alarm().kind() == Kind.EXERCISE));
  }

  @Test
  void whoTookAnOutageAndWhoseFaultItWasOutliveIt() {
    Scene scene = Scene.calm("siv").at(0).down("siv").expectRaised("siv");
    Instant raised = scene.now.wall();
    OriginVerdict.Fault fault = scene.board.services().get("siv").origin().fault();
    assertNotEquals(OriginVerdict.Fault.NORMAL, fault);
    scene.pass(Duration.ofSeconds(20)).ack(Kind.OUTAGE, "siv");
    Alarm.Remark ack = new Alarm.Remark(scene.now.wall(), "martin", "vu");
    scene.at(1).up("siv").at(2).up("siv").expectCleared("siv");
    Shift.Spell spell = scene.board.shift().spells().getFirst();
    assertEquals(Optional.of(scene.from(1)), spell.until(), "its true end, though nobody has to take it any more");
    Shift.Story story = spell.story();
    assertEquals(Optional.of(ack), story.ack());
    assertEquals(Optional.of(raised), story.raised());
    assertEquals(Optional.of(fault), story.origin());
    assertTrue(story.why().isPresent());
  }

  @Test
  void anAcknowledgementThatIsTakenBackIsNobodys() {
    Scene scene = Scene.calm("siv").at(0).down("siv").ack(Kind.OUTAGE, "siv");
    scene.act(new Act.Unacknowledge(new AlarmKey(Kind.OUTAGE, "siv"), "martin"));
    assertTrue(scene.board.shift().spells().getFirst().story().ack().isEmpty());
  }

  @Test
  void aFallbackIsKeptWithWhoAndWhyUntilTheHandoverAfterItsReturn() {
    Scene scene = FallbackTest.running();
    Shift.Ran runs = scene.board.shift().fallbacks().getFirst();
    assertEquals(new Shift.Ran("siv", runs.name(), scene.now.wall(), "marie", "panne ANTS", Optional.empty()), runs);
    scene.act(handOver("Marie", "Paul"));
    assertEquals(List.of(runs), scene.board.shift().fallbacks());
    scene.act(new Act.SwitchFallback("siv", false, "paul", "revenu", List.of("prévenir les agences")));
    FallbackTest.report(scene, Stage.VERIFIED, FallbackSight.STOPPED);
    assertEquals(Optional.of(new Shift.End(scene.now.wall(), "paul", "revenu", Optional.empty())),
        scene.board.shift().fallbacks().getFirst().end());
    scene.act(handOver("Paul", "Marie"));
    assertEquals(List.of(), scene.board.shift().fallbacks());
  }

  @Test
  void aReturnByHandIsWhoDeclaredIt() {
    Scene scene = FallbackTest.running().act(new Act.Fallback("siv", false, "paul", "arrêté à la main"));
    assertEquals(Optional.of(new Shift.End(scene.now.wall(), "paul", "arrêté à la main", Optional.empty())),
        scene.board.shift().fallbacks().getFirst().end());
  }

  @Test
  void anAttemptThatFailedIsKeptWithItsFailure() {
    Scene scene = FallbackTest.order(FallbackTest.planned(), true);
    FallbackTest.report(scene, Stage.FAILED, FallbackSight.STOPPED);
    Shift.Ran ran = scene.board.shift().fallbacks().getFirst();
    assertEquals(List.of("marie", "panne ANTS"), List.of(ran.by(), ran.why()));
    assertEquals(Optional.of(Reason.of("fallback.FAILED")), ran.end().orElseThrow().failed());
  }
}
