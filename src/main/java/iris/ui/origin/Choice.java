package iris.ui.origin;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;

/**
 * One of several things whose evidence can be seen, chosen by a click, or as soon as the focus is on it. No toggle of a
 * group: of those Tab stops at one only, and each of these is a stop.
 */
class Choice extends Button {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  Choice(Runnable choose) {
    getStyleClass().add("part");
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setOnAction(e -> choose.run());
    focusedProperty().addListener((at, before, focused) -> {
      if (focused) choose.run();
    });
  }

  final void chosen(boolean yes) {
    pseudoClassStateChanged(CHOSEN, yes);
  }
}
