package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Kept.How;
import iris.signal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scenarios of section 12 about windows: late, doubled, contradicting, in the future, out of order. */
class WindowsTest {
  private static long kept(Scene scene, How how) {
    return scene.all.stream().filter(t -> t instanceof Transition.Kept k && k.how() == how).count();
  }

  private static Judged window(Scene scene, int n) {
    return scene.board.services().get("siv").windows().get(scene.from(n));
  }

  @Test
  void nine_aMissingWindowIsAGapAndNeverInvented() {
    Scene scene = Scene.calm("siv");
    scene.at(1).up("siv").nothingElse();
    assertFalse(scene.board.services().get("siv").windows().containsKey(scene.from(0)));
  }

  @Test
  void ten_aLateWindowThatWasDownIsRecordedAndRaisesNothing() {
    Scene scene = Scene.calm("siv");
    scene.at(1).up("siv");
    scene.put(Items.window("siv", scene.from(0), Verdict.DOWN, 100, 100, scene.now.wall(), "")).publish().nothingElse();
    assertEquals(Verdict.DOWN, window(scene, 0).verdict());
    assertTrue(window(scene, 0).late());
    assertEquals(1, kept(scene, How.LATE));
    scene.shows("siv", Shown.UP);
  }

  @Test
  void eleven_laterThanHalfAnHourItIsARevisionAndStaysUnknown() {
    Scene scene = Scene.calm("siv");
    for (int n = 1; n < 8; n++) scene.at(n).up("siv");
    scene.put(Items.window("siv", scene.from(0), Verdict.DOWN, 100, 100, scene.now.wall(), "")).publish().nothingElse();
    assertEquals(Verdict.UNKNOWN, window(scene, 0).verdict());
    assertEquals(1, kept(scene, How.REVISION));
    scene.publish().publish();
    assertEquals(1, kept(scene, How.REVISION));
  }

  @Test
  void twelve_itemsOutOfOrderMakeOneSequenceAsIfInOrder() {
    Random random = new Random(7);
    List<Transition> expected = null;
    for (int run = 0; run < 20; run++) {
      Scene scene = Scene.calm("siv");
      scene.at(3);
      Verdict[] story = {Verdict.UP, Verdict.DOWN, Verdict.UP, Verdict.UP};
      for (int n = 0; n < 4; n++)
        scene.put(Items.window("siv", scene.from(n), story[n], 100, 0, scene.from(n + 1), ""));
      scene.put(Items.window("siv", scene.from(1), Verdict.UP, 100, 0, scene.from(2), "tie"));
      int before = scene.all.size();
      boolean shuffle = run > 0;
      scene.publish(items -> {
        List<iris.signal.Item> order = new ArrayList<>(items);
        if (shuffle) Collections.shuffle(order, random);
        return order;
      });
      List<Transition> got = scene.all.subList(before, scene.all.size());
      if (expected == null) expected = got;
      assertEquals(expected, got);
    }
  }

  @Test
  void thirteen_theSameGuidForADayMakesNoDuplicate() {
    Scene scene = Scene.calm("siv");
    int kept = (int) scene.all.stream().filter(t -> t instanceof Transition.Kept).count();
    scene.at(0).down("siv").expectRaised("siv");
    for (int i = 0; i < 1440; i++) scene.publish();
    scene.nothingElse();
    assertEquals(kept + 1, scene.all.stream().filter(t -> t instanceof Transition.Kept).count());
  }

  @Test
  void fourteen_theSameGuidWithOtherContentIsKeptBesideTheFirst() {
    Scene scene = Scene.calm("siv");
    scene.at(0).up("siv").pass(Duration.ofSeconds(30));
    scene.put(Items.window("siv", scene.from(0), Verdict.UP, 1000, 3, scene.now.wall(), "")).publish();
    assertEquals(3, window(scene, 0).window().failed());
    assertEquals(1, kept(scene, How.REVISION));
    scene.publish().publish();
    assertEquals(1, kept(scene, How.REVISION));
  }

  @Test
  void aRevisionOfThePresentWindowCountsOnceHoweverOftenItIsRevised() {
    Scene scene = Scene.calm("siv");
    scene.at(0).down("siv").expectRaised("siv").at(1).up("siv");
    for (int i = 0; i < 3; i++) {
      scene.pass(Duration.ofSeconds(10));
      scene.put(Items.window("siv", scene.from(1), Verdict.UP, 1000, i + 1, scene.now.wall(), "")).publish();
    }
    scene.nothingElse().state(Kind.OUTAGE, "siv", Lifecycle.CLEARING_UNACKED);
    scene.pass(Duration.ofSeconds(10));
    scene.put(Items.window("siv", scene.from(1), Verdict.DOWN, 1000, 1000, scene.now.wall(), "")).publish();
    scene.state(Kind.OUTAGE, "siv", Lifecycle.UNACKED).nothingElse();
  }

  @Test
  void fifteen_ofTwoItemsForOneWindowTheNewestCountsAndOfTwoAsNewTheWorse() {
    Scene scene = Scene.calm("siv");
    scene.at(0);
    Instant at = scene.now.wall();
    scene.put(Items.window("siv", scene.from(0), Verdict.UP, 100, 0, at, "a"));
    scene.put(Items.window("siv", scene.from(0), Verdict.DOWN, 100, 100, at, "b"));
    scene.publish().expectRaised("siv").nothingElse().noted("alarm.note.contradiction");
    scene.publish().nothingElse();
    assertEquals(Verdict.DOWN, window(scene, 0).verdict());
  }

  @Test
  void sixteen_anItemFromTheFutureIsKeptIsNotFreshAndIsNoticed() {
    Scene scene = Scene.of("siv");
    scene.put(Items.window("siv", scene.now.wall().plus(Duration.ofDays(3)), Verdict.UP, 100, 0, scene.now.wall(), ""));
    scene.publish().publish().sees(Supervision.INIT).noted("alarm.note.ahead");
    assertEquals(1, kept(scene, How.REVISION));
    scene.shows("siv", Shown.INIT);
  }

  @Test
  void aWindowThatOurSlowClockTakesForTheFutureStillRaises() {
    Scene scene = Scene.calm("siv");
    scene.put(Items.window("siv", scene.from(1), Verdict.DOWN, 100, 100, scene.now.wall(), "")).publish().expectRaised("siv");
    scene.publish().nothingElse();
  }

  @Test
  void eighteen_theNightsOfTheClockChangeHave276And300Windows() {
    // Windows are instants: the day is the journal's to cut, the board has one window for every five minutes.
    Scene scene = Scene.calm("siv");
    for (int n = 0; n < 330; n++) scene.at(n).up("siv");
    int size = scene.board.services().get("siv").windows().size();
    assertTrue(size >= 311 && size <= 330, "windows kept: " + size);
    scene.nothingElse();
  }

  @Test
  void eight_aNewServiceBesideConfiguredOnesIsUnconfiguredAndRingsNoP1() {
    Scene scene = new Scene(Scene.rules(java.util.Map.of("siv", Rules.ServiceRules.DEFAULT)), "siv");
    scene.at(-2).up("siv").at(-1).up("siv").at(0).up("siv").down("neu").expectRaised("neu").nothingElse();
    assertEquals(iris.signal.Priority.P2, scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, "neu")).priority());
    assertFalse(scene.board.services().get("neu").configured());
    scene.remarks("neu", "alarm.remark.unconfigured");
    scene.input(new Input.Reconfigured(Scene.rules(java.util.Map.of(
        "siv", Rules.ServiceRules.DEFAULT, "neu", Rules.ServiceRules.DEFAULT))));
    scene.expect(Call.ESCALATE, Kind.OUTAGE, "neu").nothingElse();
  }
}
