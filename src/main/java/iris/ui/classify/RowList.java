package iris.ui.classify;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** A list of lines that keeps what is chosen while the lines change. */
final class RowList extends ListView<Rows.Row> {
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");
  private boolean changing;

  RowList(String id, String nothing, Consumer<Optional<String>> chosen) {
    setId(id);
    Label empty = new Label(nothing);
    empty.setWrapText(true);
    setPlaceholder(empty);
    setCellFactory(list -> new Cell());
    getSelectionModel().selectedItemProperty().addListener((property, before, after) -> {
      if (!changing) chosen.accept(chosen());
    });
  }

  Optional<String> chosen() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(Rows.Row::key);
  }

  void show(List<Rows.Row> rows) {
    if (rows.equals(getItems())) return;
    Optional<String> before = chosen();
    changing = true;
    getItems().setAll(rows);
    before.ifPresent(this::choose);
    changing = false;
  }

  void choose(String key) {
    for (int i = 0; i < getItems().size(); i++) {
      if (!getItems().get(i).key().equals(key)) continue;
      getSelectionModel().select(i);
      scrollTo(i);
    }
  }

  private static final class Cell extends ListCell<Rows.Row> {
    private final Label head = new Label();
    private final Label text = new Label();
    private final VBox both = new VBox(head, text);

    Cell() {
      head.getStyleClass().add("row-head");
      text.getStyleClass().add("row-words");
      head.setWrapText(true);
      text.setWrapText(true);
      // As wide as the list, never wider: no sideways scrolling.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Rows.Row row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty ? null : both);
      pseudoClassStateChanged(WAITS, !empty && row.waits());
      setAccessibleText(empty ? null : row.head() + ", " + row.text());
      if (empty) return;
      head.setText(row.head());
      text.setText(row.text());
    }
  }
}
