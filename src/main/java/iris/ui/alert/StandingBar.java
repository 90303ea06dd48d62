package iris.ui.alert;

import iris.alarm.AlarmKey;
import iris.alarm.Shown;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lines of {@link Standing} under the banner; no line, no place taken. */
public final class StandingBar extends VBox {
  private List<Standing.Line> shown = List.of();

  public StandingBar() {
    getStyleClass().add("standing");
  }

  public void show(List<Standing.Line> lines) {
    if (lines.equals(shown)) return;
    shown = List.copyOf(lines);
    getChildren().setAll(lines.stream().map(StandingBar::line).toList());
  }

  /** The sign of such a line, whose form tells it apart where colours do not. */
  public static void sign(Sign sign, Standing.Tone tone) {
    switch (tone) {
      case LASTS -> sign.show(AlarmKey.Kind.FALLBACK_ACTIVE);
      case UNKNOWN -> sign.show(Shown.UNKNOWN);
      case FAILED -> sign.show(AlarmKey.Kind.FALLBACK_FAILED);
    }
  }

  /** The tone as what the style sheets know it by. */
  public static void tone(Node node, Standing.Tone tone) {
    for (Standing.Tone each : Standing.Tone.values())
      node.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
  }

  private static HBox line(Standing.Line line) {
    Sign sign = new Sign();
    sign(sign, line.tone());
    Label said = new Label(line.sentence());
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox box = new HBox(sign, said);
    box.getStyleClass().add("standing-line");
    tone(box, line.tone());
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(line.sentence());
    return box;
  }
}
