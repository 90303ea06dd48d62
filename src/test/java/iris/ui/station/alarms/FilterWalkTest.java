package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.words.Lang;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three boxes above the table narrow it, by key and by mouse, and what they hide is said. */
class FilterWalkTest extends AlarmsWalk {
  /** One to acknowledge, one taken, one that came back, one without any origin. */
  private static Board four() {
    return Boards.calm().feed("autre", "Prestataire B", Supervision.LOST).service("siv", "SIV", Shown.DOWN)
        .service("fni", "FNI", Shown.DEGRADED).service("cg", "Carte grise", Shown.UP)
        .alarm(Kind.OUTAGE, "siv", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.DEGRADED, "fni", Lifecycle.ACKED, Priority.P2, Reason.of("w"))
        .alarm(Kind.OUTAGE, "cg", Lifecycle.RETURNED_UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.SUPERVISION_LOST, "autre", Lifecycle.UNACKED, Priority.P2, Reason.of("w")).board();
  }

  private Set<String> subjects() {
    Set<String> all = new TreeSet<>();
    for (Object item : table().getItems())
      if (((iris.ui.desk.Slots.Slot<?>) item).row() instanceof Line line) all.add(line.text(Column.SUBJECT));
    return all;
  }

  private void untilOnly(String... names) throws Exception {
    until(() -> subjects().equals(new TreeSet<>(Set.of(names))));
  }

  private String chosen(String id) throws Exception {
    return onFx(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Object> box = (ComboBox<Object>) find(id);
      return box.getConverter().toString(box.getValue());
    });
  }

  private void pick(String id, String word) {
    robot.choose(() -> find(id), word);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void eachBoxNarrowsTheTableByMouseAndSaysWhatItHides(Lang lang) throws Exception {
    board.set(four());
    open(lang, dark());
    untilOnly("SIV", "FNI", "Carte grise", "Prestataire B");
    pick("#filter-state", said(lang, "state.ACKED"));
    untilOnly("FNI");
    until(() -> find("#hidden").isVisible());
    pick("#filter-state", said(lang, "state.ALL"));
    pick("#filter-priority", "P1");
    untilOnly("SIV", "Carte grise");
    pick("#filter-priority", said(lang, "any-priority"));
    pick("#filter-origin", words(lang).say("ui.wall.short.fault.EXTERNAL"));
    untilOnly("SIV", "FNI");
    pick("#filter-origin", said(lang, "any-origin"));
    untilOnly("SIV", "FNI", "Carte grise", "Prestataire B");
    until(() -> !find("#hidden").isVisible());
  }

  private static String said(Lang lang, String what) {
    return words(lang).say("ui.station.alarms." + what);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void eachBoxIsReachedByTabAndTurnedByArrowsAndHidesNothingAtTheNextStart(Lang lang) throws Exception {
    board.set(four());
    open(lang, dark());
    robot.type(KeyCode.SLASH);
    until(() -> find("#search").isFocused());
    robot.type(KeyCode.TAB);
    until(() -> find("#filter-state").isFocused());
    robot.type(KeyCode.DOWN);
    untilOnly("SIV", "Prestataire B", "Carte grise");
    assertEquals(said(lang, "state.UNACKED"), chosen("#filter-state"));
    robot.type(KeyCode.TAB);
    until(() -> find("#filter-priority").isFocused());
    robot.type(KeyCode.DOWN);
    untilOnly("SIV", "Carte grise");
    robot.type(KeyCode.TAB);
    until(() -> find("#filter-origin").isFocused());
    while (!chosen("#filter-origin").equals(words(lang).say("ui.wall.short.fault.EXTERNAL"))) {
      String before = chosen("#filter-origin");
      robot.type(KeyCode.DOWN);
      until(() -> !chosen("#filter-origin").equals(before));
    }
    untilOnly("SIV");
    onFx(() -> {
      window.close();
      return null;
    });
    open(lang, dark());
    untilOnly("SIV", "FNI", "Carte grise", "Prestataire B");
  }
}
