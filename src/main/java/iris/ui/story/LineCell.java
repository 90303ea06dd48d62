package iris.ui.story;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A line of the story: when, what kind by shape and word, the sentence, and what somebody else wrote. */
final class LineCell extends ListCell<StoryLine> {
  private final Label time = new Label();
  private final Label known = new Label();
  private final Region shape = new Region();
  private final Label word = new Label();
  private final Label sentence = new Label();
  private final Label quote = new Label();
  private final HBox view;
  private String style = "";

  LineCell() {
    time.getStyleClass().add("story-time");
    known.getStyleClass().add("story-known");
    shape.getStyleClass().add("mark");
    word.getStyleClass().add("story-word");
    sentence.getStyleClass().add("story-sentence");
    quote.getStyleClass().add("story-quote");
    VBox when = new VBox(time, known);
    when.getStyleClass().add("story-when");
    StackPane mark = new StackPane(shape);
    mark.getStyleClass().add("mark-place");
    VBox said = new VBox(sentence, quote);
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMinWidth(0);
    for (Label text : new Label[] {sentence, quote, known}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    view = new HBox(when, mark, word, said);
    view.getStyleClass().add("story-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(StoryLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    time.setText(line.time());
    show(known, line.known().orElse(""));
    word.setText(line.word());
    sentence.setText(line.sentence());
    show(quote, line.quote().orElse(""));
    if (!style.equals(line.mark().style())) {
      view.getStyleClass().remove(style);
      style = line.mark().style();
      view.getStyleClass().add(style);
    }
    setGraphic(view);
    setAccessibleText(line.spoken());
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
