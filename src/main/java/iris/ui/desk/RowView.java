package iris.ui.desk;

import iris.alarm.Shown;
import iris.ui.alert.Sign;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/**
 * One alarm in fixed columns: what, since when, who takes it; below, whose fault and why. On one line for the wall,
 * where nobody has taken any of those that are shown.
 */
final class RowView extends GridPane {
  private static final double[] TWO_LINES = {6, 33, 28.5, 32.5};
  private static final double[] ONE_LINE = {7, 28, 20, 45};
  private static final PseudoClass UNACKED = PseudoClass.getPseudoClass("unacked");

  private final Sign sign = new Sign();
  private final Label priority = label("row-priority");
  private final Label subject = label("row-subject");
  private final Label since = label("row-since");
  private final Label ack = label("row-ack");
  private final Label why = label("row-why");

  private RowView(boolean oneLine) {
    getStyleClass().add("row");
    for (double share : oneLine ? ONE_LINE : TWO_LINES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      getColumnConstraints().add(column);
    }
    getColumnConstraints().getFirst().setHalignment(HPos.CENTER);
    setMinWidth(0);
    if (oneLine) {
      HBox first = new HBox(sign, priority);
      first.getStyleClass().add("row-first");
      addRow(0, first, subject, since, why);
    } else {
      addRow(0, sign, subject, since, ack);
      add(priority, 0, 1);
      add(why, 1, 1, 3, 1);
    }
  }

  static RowView twoLines() {
    return new RowView(false);
  }

  static RowView oneLine() {
    return new RowView(true);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    return label;
  }

  void show(AlarmRow row) {
    // What came back has the ring of what is well: its old shape would say that it still stands.
    if (row.state().active()) sign.show(row.key().kind());
    else sign.show(Shown.UP);
    sign.hollow(!row.state().unacked());
    pseudoClassStateChanged(UNACKED, row.state().unacked());
    priority.setText(row.priority().name());
    subject.setText(row.subject() + "\u00a0\u00b7 " + row.what());
    since.setText(row.since() + (row.lasted().isEmpty() ? "" : "\u00a0\u00b7 " + row.lasted()));
    ack.setText(row.ack());
    why.setText(row.origin().isEmpty() ? row.why() : row.origin() + "\u00a0\u00b7 " + row.why());
    setAccessibleText(row.spoken());
  }
}
