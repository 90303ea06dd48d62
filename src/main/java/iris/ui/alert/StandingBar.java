package iris.ui.alert;

import iris.alarm.AlarmKey;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lines of {@link Standing} under the banner; no line, no place taken. */
public final class StandingBar extends VBox {
  private List<String> shown = List.of();

  public StandingBar() {
    getStyleClass().add("standing");
  }

  public void show(List<String> lines) {
    if (lines.equals(shown)) return;
    shown = List.copyOf(lines);
    getChildren().setAll(lines.stream().map(StandingBar::line).toList());
  }

  private static HBox line(String sentence) {
    Sign sign = new Sign();
    sign.show(AlarmKey.Kind.FALLBACK_ACTIVE);
    Label said = new Label(sentence);
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = new HBox(sign, said);
    line.getStyleClass().add("standing-line");
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(sentence);
    return line;
  }
}
