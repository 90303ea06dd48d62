package iris.ui.alert;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** The strip of {@link Played}: inverse, so that nobody takes what is played for what is so. No exercise, no strip. */
public final class PlayedBar extends Label {
  public PlayedBar() {
    getStyleClass().add("played");
    setId("played");
    setMaxWidth(Double.MAX_VALUE);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    show(Optional.empty());
  }

  public void show(Optional<String> sentence) {
    setText(sentence.orElse(""));
    setVisible(sentence.isPresent());
    setManaged(sentence.isPresent());
  }
}
