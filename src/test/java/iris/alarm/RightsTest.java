package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may do what, and who is at the desk. */
class RightsTest {
  private static final Rights HOUSE =
      new Rights(Role.VIEW, Map.of("marie", Role.OPERATE, "paul", Role.OPERATE, "Ops", Role.ADMINISTER));

  private static Scene down(Rights rights) {
    Scene scene = new Scene(new Rules(Scene.rules(Map.of()).feeds(), Map.of(), rights), "siv");
    scene.at(-2).up("siv").at(-1).up("siv").at(0).down("siv").expectRaised("siv");
    return scene;
  }

  private static Act ack(String who) {
    return new Act.Acknowledge(new AlarmKey(Kind.OUTAGE, "siv"), who, "vu");
  }

  private static Act out(String who) {
    return new Act.OutOfService("siv", true, who, "migration", Optional.empty());
  }

  private static Transition.Refused refused(Scene scene) {
    return (Transition.Refused) scene.all.getLast();
  }

  @Test
  void whoOnlyLooksIsRefusedAndToldWhomToAsk() {
    Scene scene = down(HOUSE);
    scene.act(ack("stagiaire")).refused("alarm.refused.role").state(Kind.OUTAGE, "siv", Lifecycle.UNACKED);
    assertEquals(List.of("alarm.role.operate", "stagiaire", "alarm.role.view", "marie, Ops, paul"),
        refused(scene).why().args());
    scene.act(new Act.Silence("stagiaire", Duration.ofMinutes(5))).refused("alarm.refused.role");
    scene.act(new Act.Maintain("siv", "stagiaire", "x", scene.now.wall(), scene.now.wall().plusSeconds(60)))
        .refused("alarm.refused.role");
  }

  @Test
  void whoOperatesDealsWithAlarmsAndLeavesOutOfServiceToAdministrators() {
    Scene scene = down(HOUSE);
    scene.act(out("marie")).refused("alarm.refused.role");
    assertEquals("Ops", refused(scene).why().args().getLast());
    scene.act(ack("marie")).state(Kind.OUTAGE, "siv", Lifecycle.ACKED);
    scene.act(out("ops")).shows("siv", Shown.OUT_OF_SERVICE);
    scene.act(new Act.OutOfService("siv", false, "marie", "", Optional.empty())).refused("alarm.refused.role");
    scene.shows("siv", Shown.OUT_OF_SERVICE);
  }

  @Test
  void aRefusalSaysWhenAllTheOthersMayAndWhenNobodyMay() {
    Scene most = down(new Rights(Role.OPERATE, Map.of("hall", Role.VIEW, "ops", Role.ADMINISTER)));
    most.act(ack("HALL")).refused("alarm.refused.role-most");
    most.act(ack("whoever")).state(Kind.OUTAGE, "siv", Lifecycle.ACKED);
    down(new Rights(Role.OPERATE, Map.of())).act(out("marie")).refused("alarm.refused.role-nobody");
  }

  @Test
  void withoutRightsEverybodyMayDoEverythingAndTheProgramAlwaysMay() {
    down(Rights.OPEN).act(out("whoever")).shows("siv", Shown.OUT_OF_SERVICE);
    Scene scene = down(HOUSE);
    scene.act(ack(Rights.PROGRAM)).state(Kind.OUTAGE, "siv", Lifecycle.ACKED);
    scene.act(out(Rights.PROGRAM)).shows("siv", Shown.OUT_OF_SERVICE);
    assertFalse(HOUSE.may("iris", Act.Silence.class), "an account of the name of the program is a person");
  }

  @Test
  void whoIsAtTheDeskSignsUntilSomebodyElseSaysSoAndOnlyUnderTheSameLogin() {
    Scene scene = down(HOUSE);
    assertEquals("poste1", scene.board.author("poste1"));
    scene.act(new Act.Sign("poste1", "poste1", " Marie "));
    assertEquals("Marie", scene.board.author("poste1"));
    assertEquals("poste2", scene.board.author("poste2"));
    scene.act(new Act.Sign("Marie", "poste1", "Marie")).refused("alarm.refused.same-name");
    scene.input(new Input.Restarted(scene.now.wall())).expect(Transition.Announcement.Call.RESTORED, Kind.OUTAGE, "siv");
    assertEquals("Marie", scene.board.author("poste1"));
    scene.act(new Act.Sign("Marie", "poste1", "poste1"));
    assertTrue(scene.board.signed().isEmpty());
  }

  @Test
  void theSettingsAreForAdministratorsAndTheJournalSaysWhoChangedWhich() {
    Act.Configure change = new Act.Configure("ops", "feeds.siv.url");
    Scene scene = down(new Rights(Role.OPERATE, Map.of("ops", Role.ADMINISTER)));
    scene.act(new Act.Configure("marie", "feeds.siv.url")).refused("alarm.refused.role");
    scene.act(change);
    assertTrue(scene.all.getLast() instanceof Transition.Acted(var at, Act act) && act.equals(change));
  }

  @Test
  void aNameThatIsNoneOrTheProgramsIsRefused() {
    Scene scene = down(HOUSE);
    scene.act(new Act.Sign("poste1", "poste1", " ")).refused("alarm.refused.no-name");
    scene.act(new Act.Sign("poste1", "poste1", Rights.PROGRAM)).refused("alarm.refused.odd-name");
    scene.act(new Act.Sign("poste1", "poste1", "x".repeat(61))).refused("alarm.refused.odd-name");
    scene.act(new Act.Sign("poste1", "poste1", "a\nb")).refused("alarm.refused.odd-name");
    assertTrue(scene.board.signed().isEmpty());
  }
}
