package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.ui.desk.Boards;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through the page of the services, by key and by mouse, in both languages; the real board answers. */
class ServicesWalkTest extends ServicesWalk {
  private static final AlarmKey PAY = new AlarmKey(Kind.OUTAGE, "pay");
  private static final AlarmKey CT = new AlarmKey(Kind.DEGRADED, "ct");

  @Test
  @Walked(acts = Act.Maintain.class, by = Hand.KEYS, in = Lang.FR)
  void aMaintenanceInTheDoubledHourIsPlannedByKeyAloneInFrench() throws Exception {
    open(Lang.FR, Muted.calm(), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "31/10/2027");
    write("start", "02:30");
    write("end", "4h");
    until(() -> text("#preview").contains("02:30 arrive deux fois cette nuit-là"));
    until(() -> text("#preview").contains("dimanche 31 octobre 2027 05:30 (heure d’hiver)\u00a0= 4\u00a0h\u00a000"));
    type("why", "version 5");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Maintain("siv", "Marie", "version 5", Instant.parse("2027-10-31T00:30:00Z"),
        Instant.parse("2027-10-31T04:30:00Z")), lastAct());
    until(() -> find("#form-title") == null && text("#counts").contains("1 prévue"));
    assertEquals(1, board.get().maintenances("siv").size());
  }

  @Test
  @Walked(acts = Act.Maintain.class, by = Hand.KEYS, in = Lang.EN)
  void aMaintenanceIsPlannedByKeyAloneInEnglish() throws Exception {
    open(Lang.EN, Muted.calm(), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "25/11/2026");
    write("start", "08:00");
    write("end", "2h");
    type("why", "release");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Maintain("siv", "Marie", "release", Instant.parse("2026-11-25T07:00:00Z"),
        Instant.parse("2026-11-25T09:00:00Z")), lastAct());
    until(() -> find("#form-title") == null && text("#counts").contains("1 planned"));
  }

  @Test
  @Walked(acts = Act.Maintain.class, by = Hand.MOUSE, in = Lang.EN)
  void theSecondOfTwoEqualHoursIsChosenByMouseInEnglish() throws Exception {
    open(Lang.EN, Muted.calm(), "Marie");
    robot.clickOn(() -> find("#deed-plan"));
    until(() -> find("#day").isFocused());
    write("day", "31/10/2027");
    write("start", "02:30");
    until(() -> find("#later-start").isVisible());
    robot.clickOn(() -> find("#later-start"));
    until(() -> text("#preview").contains("the second one, in winter time, is taken"));
    robot.clickOn(() -> find("#until"));
    write("end", "05:00");
    type("why", "release");
    robot.clickOn(() -> find("#send"));
    assertEquals(new Act.Maintain("siv", "Marie", "release", Instant.parse("2027-10-31T01:30:00Z"),
        Instant.parse("2027-10-31T04:00:00Z")), lastAct());
  }

  @Test
  void aZoneIsTypedAndNoLetterOfItIsADeed() throws Exception {
    open(Lang.EN, Muted.calm(), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "25/11/2026");
    write("start", "08:00");
    write("zone", "");
    type("zone", "martinique");
    until(() -> text("#preview").contains("time of America/Martinique") && text("#preview").contains("Here: from 25/11 13:00"));
    onFx(() -> {
      find("#send").requestFocus();
      return null;
    });
    robot.type(KeyCode.S, KeyCode.W, KeyCode.U, KeyCode.T);
    type("why", "x");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Maintain("siv", "Marie", "x", Instant.parse("2026-11-25T12:00:00Z"),
        Instant.parse("2026-11-25T13:00:00Z")), lastAct());
    assertEquals(1, acts.size());
  }

  @Test
  void theHourThatSpringSkipsIsNotSentAndTheWayOutIsSaid() throws Exception {
    open(Lang.FR, Muted.calm(), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "28/03/2027");
    write("start", "02:30");
    type("why", "x");
    robot.type(KeyCode.ENTER);
    until(() -> text("#preview").contains("à 02:00 les horloges passent à 03:00"));
    until(() -> text("#missing").startsWith("Corrigez"));
    assertEquals(List.of(), acts);
    robot.type(KeyCode.ESCAPE);
    until(() -> find("#form-title") == null);
  }

  @Test
  void withoutAReasonNothingIsSent() throws Exception {
    open(Lang.EN, Muted.calm(), "Marie");
    robot.type(KeyCode.O);
    until(() -> find("#out-until").isFocused());
    robot.clickOn(() -> find("#send"));
    until(() -> text("#missing").length() > 0 && find("#why").isFocused());
    assertEquals(List.of(), acts);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.OutOfService.class, by = Hand.KEYS)
  void aServiceGoesOutByKeyAndComesBackByKey(Lang lang) throws Exception {
    open(lang, Muted.calm(), "jdupont");
    robot.type(KeyCode.O);
    until(() -> find("#out-until").isFocused());
    write("out-until", "24/11 08:00");
    type("why", "migration");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.OutOfService("siv", true, "jdupont", "migration",
        Optional.of(Instant.parse("2026-11-24T07:00:00Z"))), lastAct());
    until(() -> !((Button) find("#deed-back")).isDisabled());
    robot.type(KeyCode.B);
    assertEquals(new Act.OutOfService("siv", false, "jdupont", "", Optional.empty()), act(1));
    until(() -> text("#counts").contains(lang == Lang.FR ? "0 hors suivi" : "0 out of service"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.OutOfService.class, by = Hand.MOUSE)
  void aServiceGoesOutByMouseAndComesBackByMouse(Lang lang) throws Exception {
    open(lang, Muted.calm(), "jdupont");
    robot.clickOn(() -> find("#deed-out"));
    type("why", "migration");
    robot.clickOn(() -> find("#send"));
    assertEquals(new Act.OutOfService("siv", true, "jdupont", "migration", Optional.empty()), lastAct());
    until(() -> !((Button) find("#deed-back")).isDisabled());
    robot.clickOn(() -> find("#deed-back"));
    assertEquals(new Act.OutOfService("siv", false, "jdupont", "", Optional.empty()), act(1));
  }

  @Test
  void whatTheListsKeepIsEndedByKey() throws Exception {
    open(Lang.FR, Muted.board(), "Marie");
    choose("SHELVED " + PAY);
    robot.type(KeyCode.E);
    assertEquals(new Act.Unshelve(PAY, "Marie"), lastAct());
    choose("ACKED " + CT);
    robot.type(KeyCode.DELETE);
    assertEquals(new Act.Unacknowledge(CT, "Marie"), act(1));
    until(() -> text("#counts").contains("0 acquittée"));
  }

  @Test
  @Walked(acts = {Act.OutOfService.class, Act.EndMaintenance.class, Act.CancelMaintenance.class}, by = Hand.MOUSE, in = Lang.EN)
  void whatTheListsKeepIsEndedByMouse() throws Exception {
    open(Lang.EN, Muted.lived(), "Marie");
    end("OUT pay " + Boards.WALL, "Back in service");
    assertEquals(new Act.OutOfService("pay", false, "Marie", "", Optional.empty()), lastAct());
    end("MAINTENANCE fni " + Boards.WALL, "End maintenance");
    assertEquals(new Act.EndMaintenance("fni", "Marie"), act(1));
    Instant begin = Boards.WALL.plusSeconds(600 * 60);
    end("PLANNED siv " + begin, "Cancel this maintenance");
    assertEquals(new Act.CancelMaintenance("siv", begin, "Marie", ""), act(2));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = {Act.EndMaintenance.class, Act.CancelMaintenance.class}, by = Hand.KEYS)
  void aMaintenanceIsEndedAndOneThatIsPlannedIsCancelledByKey(Lang lang) throws Exception {
    open(lang, Muted.lived(), "Marie");
    choose("MAINTENANCE fni " + Boards.WALL);
    robot.type(KeyCode.E);
    assertEquals(new Act.EndMaintenance("fni", "Marie"), lastAct());
    Instant begin = Boards.WALL.plusSeconds(600 * 60);
    choose("PLANNED siv " + begin);
    robot.type(KeyCode.DELETE);
    assertEquals(new Act.CancelMaintenance("siv", begin, "Marie", ""), act(1));
    until(() -> text("#counts").contains(lang == Lang.FR ? "0 prévue" : "0 planned"));
    assertEquals(List.of(), board.get().maintenances("siv"));
  }

  @Test
  @Walked(acts = {Act.EndMaintenance.class, Act.CancelMaintenance.class}, by = Hand.MOUSE, in = Lang.FR)
  void aMaintenanceIsEndedAndOneThatIsPlannedIsCancelledByMouseInFrench() throws Exception {
    open(Lang.FR, Muted.lived(), "Marie");
    end("MAINTENANCE fni " + Boards.WALL, "Mettre fin à la maintenance");
    assertEquals(new Act.EndMaintenance("fni", "Marie"), lastAct());
    Instant begin = Boards.WALL.plusSeconds(600 * 60);
    end("PLANNED siv " + begin, "Annuler cette maintenance");
    assertEquals(new Act.CancelMaintenance("siv", begin, "Marie", ""), act(1));
  }

  @Test
  @Walked(acts = Act.Maintain.class, by = Hand.MOUSE, in = Lang.FR)
  void aMaintenanceIsPlannedByMouseInFrench() throws Exception {
    open(Lang.FR, Muted.calm(), "Marie");
    robot.clickOn(() -> find("#deed-plan"));
    until(() -> find("#day").isFocused());
    write("day", "25/11/2026");
    write("start", "08:00");
    robot.clickOn(() -> find("#until"));
    write("end", "10:30");
    robot.clickOn(() -> find("#why"));
    robot.write("version 5");
    robot.clickOn(() -> find("#send"));
    assertEquals(new Act.Maintain("siv", "Marie", "version 5", Instant.parse("2026-11-25T07:00:00Z"),
        Instant.parse("2026-11-25T09:30:00Z")), lastAct());
    until(() -> find("#form-title") == null && text("#counts").contains("1 prévue"));
  }

  private void end(String id, String word) throws Exception {
    choose(id);
    until(() -> ((Button) find("#deed-end")).getText().endsWith(word));
    robot.clickOn(() -> find("#deed-end"));
  }

  @Test
  void whatTheRoleDoesNotAllowIsGreyAndSaysWhomToAsk() throws Exception {
    open(Lang.FR, Muted.with(Muted.calm(), Muted.HOUSE), "Marie");
    until(() -> ((Button) find("#deed-out")).isDisabled());
    assertTrue(!((Button) find("#deed-plan")).isDisabled());
    assertEquals("Hors suivi\u00a0: cet acte demande le rôle «\u00a0administration\u00a0» et Marie a le rôle «\u00a0exploitation\u00a0»\u202f;"
        + " demandez à jdupont.", text("#denied"));
    Act refused = new Act.OutOfService("siv", true, "Marie", "", Optional.empty());
    robot.type(KeyCode.O);
    until(() -> acts.equals(List.of(refused)));
    robot.clickOn(() -> find("#deed-out"));
    until(() -> acts.equals(List.of(refused, refused)));
    robot.type(KeyCode.M);
    until(() -> text("#form-title").equals("Maintenance de SIV"));
    assertEquals(2, acts.size());
  }

  @Test
  void whatTheBoardRefusesStaysInTheFormWithItsReason() throws Exception {
    open(Lang.EN, Muted.calm(), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "25/11/2029");
    type("why", "far");
    robot.type(KeyCode.ENTER);
    until(() -> text("#missing").contains("check the year"));
    assertTrue(onFx(() -> find("#form-title").isVisible()));
  }
}
