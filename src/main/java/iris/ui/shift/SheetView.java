package iris.ui.shift;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sheet on the screen. Drawn anew only when it says something else. */
final class SheetView extends ScrollPane {
  private final VBox page = new VBox();
  private @Nullable Sheet shown;

  SheetView() {
    setId("shift-sheet");
    setFitToWidth(true);
    setContent(page);
    getStyleClass().add("shift-sheet");
    page.getStyleClass().add("shift-page");
  }

  void show(Sheet sheet) {
    if (sheet.equals(shown)) return;
    shown = sheet;
    List<Node> nodes = new ArrayList<>();
    nodes.add(Nodes.words(sheet.title(), "shift-title"));
    nodes.add(Nodes.words(sheet.period(), "shift-period"));
    nodes.add(Nodes.words(sheet.before(), "row-why"));
    for (Sheet.Section section : sheet.sections()) {
      nodes.add(Nodes.words(section.heading(), "shift-heading"));
      for (Sheet.Line line : section.lines()) nodes.add(line(line));
    }
    page.getChildren().setAll(nodes);
    setAccessibleText(sheet.text());
  }

  private static Label line(Sheet.Line line) {
    return Nodes.words((line.strong() ? "!\u2002" : "•\u2002") + line.text(), line.strong() ? "shift-strong" : "shift-line");
  }
}
