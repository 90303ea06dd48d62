package iris.ui.charts;

import iris.ui.control.Presence;
import iris.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Beside the picture: what is under the cursor. It stands still, so nothing covers the curves. */
final class ReadoutView extends ScrollPane {
  private final Label title = new Label();
  private final GridPane grid = new GridPane();
  private final Label heading = new Label();
  private final VBox marks = new VBox();
  private final VBox root = new VBox(title, grid, heading, marks);
  private List<Reading.Line> shown = List.of();
  private List<String> said = List.of();

  ReadoutView(Words words) {
    getStyleClass().add("charts-readout");
    setId("chart-readout");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    root.getStyleClass().add("charts-read");
    title.setId("chart-read-title");
    title.getStyleClass().add("charts-read-title");
    heading.getStyleClass().add("charts-read-heading");
    heading.setText(words.say("ui.charts.read.marks"));
    grid.setId("chart-read");
    marks.setId("chart-read-marks");
    for (Label label : List.of(title, heading)) wrap(label);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().setAll(names, values);
    grid.getStyleClass().add("charts-read-grid");
    Presence.of(heading, false);
    setContent(root);
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
  }

  void show(String when, List<Reading.Line> lines, List<String> sentences) {
    if (!when.equals(title.getText())) title.setText(when);
    if (!lines.equals(shown)) {
      shown = lines;
      fill(lines);
    }
    if (sentences.equals(said)) return;
    said = sentences;
    Presence.of(heading, !sentences.isEmpty());
    marks.getChildren().setAll(sentences.stream().map(sentence -> {
      Label label = new Label(sentence);
      wrap(label);
      label.getStyleClass().add("charts-mark");
      return label;
    }).toList());
  }

  private void fill(List<Reading.Line> lines) {
    grid.getChildren().clear();
    for (int i = 0; i < lines.size(); i++) {
      Reading.Line line = lines.get(i);
      Label label = new Label(line.label().isEmpty() ? line.value() : line.label());
      wrap(label);
      if (line.value().isEmpty() || line.label().isEmpty()) {
        label.getStyleClass().add(line.label().isEmpty() ? "charts-source" : "charts-read-heading");
        grid.add(label, 0, i, 2, 1);
        continue;
      }
      label.getStyleClass().add("charts-read-name");
      Label value = new Label(line.value());
      value.getStyleClass().add("charts-read-value");
      grid.addRow(i, label, value);
    }
  }
}
