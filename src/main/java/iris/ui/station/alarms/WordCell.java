package iris.ui.station.alarms;

import iris.alarm.Shown;
import iris.ui.alert.Sign;
import iris.ui.desk.Slots.Slot;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** A text that wraps, and makes its row as high as it needs; in the first column, after the sign of its state. */
final class WordCell extends TableCell<Slot<Line>, Line> {
  /** Border and padding at both sides, in pixels; as in the style sheet. */
  private static final double EDGES = 14;
  /** More is read in the sentence below the table. */
  private static final int LONGEST = 90;

  private final Column column;
  private final Text text = new Text();
  private final Sign sign = new Sign();
  private final HBox line = new HBox(sign, text);

  WordCell(Column column) {
    this.column = column;
    getStyleClass().add("cell-" + column.name().toLowerCase(java.util.Locale.ROOT));
    text.getStyleClass().add("cell-text");
    line.getStyleClass().add("cell-line");
    setPrefHeight(USE_COMPUTED_SIZE);
    if (column != Column.PRIORITY) tableColumnProperty().addListener((p, before, now) ->
        text.wrappingWidthProperty().bind(now.widthProperty().subtract(EDGES)));
  }

  @Override
  protected void updateItem(Line item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    String said = item.text(column);
    text.setText(said.length() > LONGEST ? said.substring(0, LONGEST - 1) + "…" : said);
    if (column != Column.PRIORITY) {
      setGraphic(text);
      return;
    }
    item.alarm().ifPresent(row -> {
      // What came back has the ring of what is well: its old shape would say that it still stands.
      if (row.state().active()) sign.show(row.key().kind());
      else sign.show(Shown.UP);
      sign.hollow(!row.state().unacked());
    });
    sign.setVisible(item.alarm().isPresent());
    setGraphic(line);
  }
}
