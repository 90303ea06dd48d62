package iris.ui.desk;

import iris.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The last events, newest first, each a sentence with its time. */
final class EventsView extends VBox {
  private final ListView<EventLine> list = new ListView<>();
  private List<EventLine> shown = List.of();

  EventsView(Words words) {
    getStyleClass().add("events");
    Label title = new Label(words.say("ui.desk.events"));
    title.getStyleClass().add("pane-title");
    title.setLabelFor(list);
    list.setId("events");
    list.setCellFactory(view -> new Line());
    list.setPlaceholder(new Label(words.say("ui.desk.events.none")));
    list.setAccessibleText(words.say("ui.desk.events"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
  }

  void show(List<EventLine> lines) {
    // The same list object: nothing was said anew.
    if (lines == shown) return;
    shown = lines;
    list.getItems().setAll(lines);
  }

  boolean focused() {
    return list.isFocused();
  }

  void focus() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
  }

  private static final class Line extends ListCell<EventLine> {
    private final Label time = new Label();
    private final Label sentence = new Label();
    private final HBox view = new HBox(time, sentence);

    Line() {
      time.getStyleClass().add("event-time");
      time.setMinWidth(USE_PREF_SIZE);
      sentence.getStyleClass().add("event-sentence");
      sentence.setWrapText(true);
      sentence.setMinHeight(USE_PREF_SIZE);
      HBox.setHgrow(sentence, Priority.ALWAYS);
      view.getStyleClass().add("event");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(EventLine line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      time.setText(line.time());
      sentence.setText(line.sentence());
      for (EventLine.Mark mark : EventLine.Mark.values())
        pseudoClassStateChanged(PseudoClass.getPseudoClass(mark.name().toLowerCase(java.util.Locale.ROOT)),
            mark == line.mark());
      setGraphic(view);
      setAccessibleText(line.time() + ", " + line.sentence());
    }
  }
}
