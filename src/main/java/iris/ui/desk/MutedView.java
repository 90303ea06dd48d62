package iris.ui.desk;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Something muted, on two lines: what and until when; who, why, and what goes on underneath. */
final class MutedView extends VBox {
  private final Label first = new Label();
  private final Label second = new Label();

  MutedView() {
    getStyleClass().add("muted-row");
    first.getStyleClass().add("row-subject");
    second.getStyleClass().add("row-why");
    getChildren().addAll(first, second);
  }

  void show(MutedRow row) {
    first.setText(row.subject() + "\u00a0\u00b7 " + row.until());
    second.setText(row.reason() + (row.shadow().isEmpty() ? "" : "\u00a0\u00b7 " + row.shadow()));
  }
}
