package iris.ui.desk;

import iris.signal.Priority;
import iris.ui.alert.Sign;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** One alarm, on two lines in fixed columns: who, what, since when, whose fault, who takes it; below, why. */
final class RowView extends GridPane {
  private static final double[] SHARES = {6, 24, 24, 20, 26};
  private static final PseudoClass UNACKED = PseudoClass.getPseudoClass("unacked");

  private final Sign sign = new Sign();
  private final Label priority = label("row-priority");
  private final Label subject = label("row-subject");
  private final Label since = label("row-since");
  private final Label origin = label("row-origin");
  private final Label ack = label("row-ack");
  private final Label why = label("row-why");

  RowView() {
    getStyleClass().add("row");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      getColumnConstraints().add(column);
    }
    getColumnConstraints().getFirst().setHalignment(HPos.CENTER);
    setMinWidth(0);
    add(sign, 0, 0);
    add(subject, 1, 0);
    add(since, 2, 0);
    add(origin, 3, 0);
    add(ack, 4, 0);
    add(priority, 0, 1);
    add(why, 1, 1, 4, 1);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    return label;
  }

  void show(AlarmRow row) {
    sign.show(row.key().kind());
    sign.hollow(!row.state().unacked());
    pseudoClassStateChanged(UNACKED, row.state().unacked());
    priority.setText(row.priority().name());
    for (Priority p : Priority.values())
      pseudoClassStateChanged(PseudoClass.getPseudoClass(p.name().toLowerCase(java.util.Locale.ROOT)), p == row.priority());
    subject.setText(row.subject() + "\u00a0\u00b7 " + row.what());
    since.setText(row.since() + (row.lasted().isEmpty() ? "" : "\u00a0\u00b7 " + row.lasted()));
    origin.setText(row.origin());
    ack.setText(row.ack());
    why.setText(row.why());
    setAccessibleText(row.spoken());
  }
}
