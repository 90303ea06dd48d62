package iris.ui.month;

import iris.history.month.Cause;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What took most: time lost, how often, what it was. */
final class Causes extends GridPane {
  private static final int MOST = 6;

  private final Sayer sayer;

  Causes(Sayer sayer) {
    this.sayer = sayer;
    setId("month-causes");
    getStyleClass().add("month-causes");
    ColumnConstraints time = new ColumnConstraints();
    time.setHalignment(HPos.RIGHT);
    time.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(time, time, what);
  }

  void show(List<Cause> causes, String none) {
    getChildren().clear();
    if (causes.isEmpty()) add(label(none, "month-none"), 0, 0, 3, 1);
    for (int i = 0; i < Math.min(MOST, causes.size()); i++) {
      Cause c = causes.get(i);
      add(label(sayer.lost(c), "month-lost"), 0, i);
      add(label(sayer.count(c), "month-count"), 1, i);
      Label what = label(sayer.cause(c), "month-what");
      what.setMinWidth(0);
      add(what, 2, i);
    }
  }

  private static Label label(String said, String style) {
    Label label = new Label(said);
    label.getStyleClass().add(style);
    return label;
  }
}
