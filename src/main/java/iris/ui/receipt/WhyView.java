package iris.ui.receipt;

import iris.ui.receipt.Section.Line;
import iris.ui.receipt.Section.Mark;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The receipt to read: made anew only when it says something else. */
final class WhyView extends VBox {
  private final Label title = label("why-title");
  private final Label because = label("why-because");
  private final VBox sections = new VBox();
  private @Nullable WhyModel shown;

  WhyView() {
    getStyleClass().add("why-receipt");
    sections.getStyleClass().add("why-sections");
    ScrollPane scroll = new ScrollPane(sections);
    scroll.setId("why-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    title.setId("why-title");
    because.setId("why-because");
    getChildren().addAll(title, because, scroll);
  }

  void show(WhyModel model) {
    if (model.equals(shown)) return;
    shown = model;
    title.setText(model.title());
    because.setText(model.because());
    sections.getChildren().setAll(model.sections().stream().map(WhyView::section).toList());
  }

  /** Nothing is chosen. */
  void empty(String sentence) {
    shown = null;
    title.setText("");
    because.setText(sentence);
    sections.getChildren().clear();
  }

  private static Region section(Section section) {
    Label head = label("pane-title");
    head.setText(section.title());
    GridPane grid = new GridPane();
    grid.getStyleClass().add("why-lines");
    ColumnConstraints narrow = new ColumnConstraints();
    narrow.setPercentWidth(27);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setPercentWidth(73);
    grid.getColumnConstraints().addAll(narrow, wide);
    for (Line line : section.lines()) {
      grid.add(head(line), 0, grid.getRowCount());
      grid.add(body(line), 1, grid.getRowCount() - 1);
    }
    return new VBox(head, grid);
  }

  private static Region head(Line line) {
    Label name = label("why-head");
    name.setText(line.head());
    Label badge = label("why-badge");
    badge.setText(line.badge());
    VBox box = new VBox(name);
    if (!line.badge().isEmpty()) box.getChildren().add(badge);
    marked(box, line.mark());
    return box;
  }

  private static Region body(Line line) {
    Label text = label("why-text");
    text.setText(line.text());
    VBox box = new VBox(text);
    for (String detail : line.details()) {
      Label under = label("why-detail");
      under.setText(detail);
      box.getChildren().add(under);
    }
    marked(box, line.mark());
    HBox row = new HBox(box);
    HBox.setHgrow(box, Priority.ALWAYS);
    return row;
  }

  private static void marked(Region box, Mark mark) {
    box.getStyleClass().add("why-line");
    box.pseudoClassStateChanged(PseudoClass.getPseudoClass(mark.name().toLowerCase(Locale.ROOT)), true);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
