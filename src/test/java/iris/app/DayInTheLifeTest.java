package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.simulate.Fault;
import iris.alarm.Act;
import iris.alarm.Fallback;
import iris.alarm.Shown;
import iris.alarm.Transition;
import iris.history.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** A shift from the alert to the handover, by keyboard, as at night; the lines of the journal are compared. */
@Timeout(240)
class DayInTheLifeTest extends LivedInHouse {
  @Test
  void anOutageFromTheAlertToTheHandoverAndTheJournalHasItAll() throws Exception {
    seen("the service up", b -> shown(b) == Shown.UP);
    assertFalse(read().contains("indisponible depuis"), "all is well before it");
    siv.inject(Fault.EXTERNAL_DOWN, Optional.empty(), 1);
    seen("the outage", b -> active(b) && shown(b) == Shown.DOWN);
    // What stands above every page, and is not there while all is well.
    reads("SIV\u00a0: indisponible depuis");

    robot.type(KeyCode.F2);
    reads("à acquitter");
    WaitForAsyncUtils.waitForFxEvents();
    robot.type(KeyCode.A);
    seen("the acknowledgement", b -> !b.alarms().get(OUTAGE).state().unacked());

    robot.type(KeyCode.F3);
    reads("SIV national (confiance");
    robot.type(KeyCode.F4);
    reads("Activation RECOMMANDÉE");
    hold("#fallback-on", "siv muet", f -> f instanceof Fallback.On on && on.confirmed());
    assertEquals(List.of("/fallback"), asked);
    Fallback.On on = (Fallback.On) console.ports().board().get().fallback("siv").now();
    reads("Secours ACTIF");

    siv.end(List.of(Fault.EXTERNAL_DOWN));
    seen("the recovery", b -> !active(b));
    reads("Retour PROPOSÉ");
    hold("#fallback-off", "siv revenu", Fallback.Off.class::isInstance);
    assertEquals(List.of("/fallback", "/production"), asked);

    robot.type(KeyCode.F9);
    reads("Page de relève");
    String page = onFx(() -> {
      List<String> said = new ArrayList<>();
      gather(find("#shift-sheet"), said);
      return String.join("\n", said);
    });
    String who = console.ports().author();
    tells(page, outage() + " · origine : service externe · acquitté par " + Pattern.quote(who)
        + " à \\d\\d:\\d\\d, \\d+ \\w+ .*après l’annonce · motif : .+");
    tells(page, "SIV : solution de secours active de " + FR.figures().time(on.since())
        + " à \\d\\d:\\d\\d \\(\\d+ \\w+\\) · activée par " + Pattern.quote(who) + " : « siv muet » · retour par " + Pattern.quote(who)
        + " : « siv revenu »");
    robot.type(KeyCode.R);
    focused("#shift-outgoing");
    robot.write("Marie");
    robot.type(KeyCode.ENTER);
    focused("#shift-incoming");
    robot.write("Paul");
    robot.type(KeyCode.ENTER);
    seen("the handover", b -> b.shift().handed().isPresent());

    console.close();
    console = null;
    assertEquals(List.of("outage raised", "Acknowledge by " + who + ": ", "SwitchFallback on by " + who + ": siv muet",
        "SwitchingOn", "On", "outage cleared", "SwitchFallback off by " + who + ": siv revenu", "SwitchingOff", "Off",
        "HandOver by " + who + ": Marie to Paul"), journal());
  }

  /** The line of the page for the outage as it was announced to be over. */
  private String outage() {
    Transition.Announcement over = console.ports().events().get().returns().stream().map(Transition.Told::announcement)
        .filter(a -> a.alarm().equals(OUTAGE)).findFirst()
        .orElseThrow();
    Duration lasted = over.lasted().orElseThrow();
    return Pattern.quote(plain(FR.say("ui.shift.line.spell", over.priority(), "SIV", "indisponible",
        FR.figures().time(over.since()), FR.figures().time(over.since().plus(lasted)), FR.figures().span(lasted))));
  }

  private static void tells(String page, String line) {
    assertTrue(plain(page).lines().anyMatch(Pattern.compile(line).asPredicate()),
        () -> "no line \"" + line + "\" on the page:\n" + page);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  /** The lines of the journal that tell the day, in their order; read after the program ended. */
  private List<String> journal() throws Exception {
    Outset again = Outset.ofProfile(folder.resolve("state"), Instant.now());
    try (Journal _ = again.journal().orElseThrow()) {
      return again.restored().recent().stream().map(DayInTheLifeTest::line).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<String> line(Transition t) {
    return switch (t) {
      case Transition.Told told when told.announcement().alarm().equals(OUTAGE)
          && told.announcement().call() == Transition.Announcement.Call.RAISE -> Optional.of("outage raised");
      case Transition.Told told when told.announcement().alarm().equals(OUTAGE)
          && told.announcement().call() == Transition.Announcement.Call.CLEAR -> Optional.of("outage cleared");
      case Transition.Acted acted -> Optional.of(acted.act().getClass().getSimpleName() + switch (acted.act()) {
        case Act.Acknowledge a -> " by " + a.author() + ": " + a.reason();
        case Act.SwitchFallback s -> (s.on() ? " on by " : " off by ") + s.author() + ": " + s.reason();
        case Act.HandOver h -> " by " + h.author() + ": " + h.outgoing() + " to " + h.to();
        default -> "";
      });
      case Transition.Switched s -> Optional.of(s.to().getClass().getSimpleName());
      default -> Optional.empty();
    };
  }
}
