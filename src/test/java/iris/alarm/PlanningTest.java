package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey.Kind;
import iris.signal.Item;
import iris.signal.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans of maintenance, and services out of service: made, listed, taken back. */
class PlanningTest {
  private static Act maintain(Instant from, Instant to) {
    return new Act.Maintain("siv", "martin", "version 5", from, to);
  }

  private static List<Instant> begins(Scene scene) {
    return scene.board.maintenances("siv").stream().map(Suppression::since).toList();
  }

  @Test
  void allThatIsPlannedIsListedAndEachIsCancelledAlone() {
    Scene scene = Scene.calm("siv");
    Instant one = scene.now.wall().plusSeconds(3600);
    Instant two = one.plus(Duration.ofHours(24));
    scene.act(maintain(two, two.plusSeconds(600))).act(maintain(one, one.plusSeconds(600)));
    assertEquals(List.of(one, two), begins(scene));
    scene.act(new Act.CancelMaintenance("siv", one, "martin", "reporté"));
    assertEquals(List.of(two), begins(scene));
    scene.act(new Act.CancelMaintenance("siv", one, "martin", "")).refused("alarm.refused.no-such-maintenance");
    scene.act(maintain(two, two.plusSeconds(600))).refused("alarm.refused.maintenance-known");
  }

  @Test
  void whatHasBegunIsEndedRatherThanCancelled() {
    Scene scene = Scene.calm("siv");
    Instant start = scene.now.wall();
    scene.act(maintain(start, start.plusSeconds(3600)));
    scene.act(new Act.CancelMaintenance("siv", start, "martin", "")).refused("alarm.refused.maintenance-runs");
    scene.act(new Act.EndMaintenance("siv", "martin"));
    assertEquals(List.of(), scene.board.maintenances("siv"));
    scene.act(new Act.EndMaintenance("siv", "martin")).refused("alarm.refused.no-maintenance");
  }

  @Test
  void thePlanOfAFeedIsCancelledHereAndStaysSoWhenTheFeedRepeatsIt() {
    Scene scene = Scene.calm("siv");
    Instant start = scene.now.wall().plusSeconds(3600);
    scene.put(declared(scene, start)).publish();
    assertEquals(List.of(start), begins(scene));
    scene.act(new Act.CancelMaintenance("siv", start, "martin", "refusée"));
    scene.publish();
    assertEquals(List.of(), begins(scene));
    assertEquals(Optional.empty(), scene.board.services().get("siv").planned());
  }

  private static Item declared(Scene scene, Instant start) {
    Maintenance m = new Maintenance("m1", "siv", Maintenance.State.PLANNED, start, start.plusSeconds(600));
    Instant published = scene.now.wall();
    return new Item("urn:m1", "m1", "Travaux", "", Optional.of(published), Optional.empty(), Optional.empty(), 1, m);
  }

  @Test
  void aYearMistypedIsRefused() {
    Scene scene = Scene.calm("siv");
    Instant far = scene.now.wall().plus(Duration.ofDays(400));
    scene.act(maintain(far, far.plusSeconds(600))).refused("alarm.refused.maintenance-too-far");
    scene.act(maintain(scene.now.wall().minusSeconds(60), scene.now.wall())).refused("alarm.refused.no-time");
    scene.act(new Act.Maintain("siv", "martin", " ", far, far.plusSeconds(1))).refused("alarm.refused.no-reason");
    scene.act(new Act.Maintain("fni", "martin", "x", far, far.plusSeconds(1))).refused("alarm.refused.no-such-service");
  }

  @Test
  void outOfServiceEndsByItselfWhereAnEndWasGiven() {
    Scene scene = Scene.calm("siv");
    Instant end = scene.now.wall().plusSeconds(120);
    scene.act(new Act.OutOfService("siv", true, "admin", "bascule", Optional.of(scene.now.wall()))).refused("alarm.refused.no-time");
    scene.act(new Act.OutOfService("siv", true, "admin", "bascule", Optional.of(end))).shows("siv", Shown.OUT_OF_SERVICE);
    scene.pass(Duration.ofSeconds(120)).noted("alarm.note.back-in-service").shows("siv", Shown.UP);
    scene.act(new Act.OutOfService("siv", false, "admin", "", Optional.empty())).refused("alarm.refused.in-service");
  }

  @Test
  void manyAreAcknowledgedAtOnceEachWithTheReason() {
    Scene scene = Scene.calm("siv", "pay");
    scene.at(0).down("siv", "pay").expectRaised("siv").expectRaised("pay");
    for (String service : List.of("siv", "pay"))
      scene.act(new Act.Acknowledge(new AlarmKey(Kind.OUTAGE, service), "martin", "panne nationale"));
    for (String service : List.of("siv", "pay"))
      assertEquals("panne nationale",
          scene.board.alarms().get(new AlarmKey(Kind.OUTAGE, service)).ack().orElseThrow().text());
  }
}
