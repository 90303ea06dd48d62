package iris.ui.station;

import iris.ui.control.Keycaps;
import iris.ui.page.Key;
import iris.words.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys, of the page that is seen and of the window, in the place of the page. */
final class StationHelp extends StackPane {
  private static final List<List<String>> WINDOW = List.of(List.of("F2 … F10", "pages"),
      List.of("⇧ F2 …", "later"), List.of("Ctrl 1 … 9", "pages"), List.of("Ctrl Tab", "next"), List.of("S", "silence"), List.of("U", "undo"),
      List.of("W", "wall"), List.of("T", "theme"), List.of("F11", "full"), List.of("F12", "who"), List.of("F1, ?", "help"),
      List.of("Tab", "tab"), List.of("Esc", "escape"));

  /** @param page keys of the page */
  StationHelp(Words words, List<Key> page) {
    getStyleClass().add("keys-help");
    FlowPane both = new FlowPane();
    both.getStyleClass().add("keys-both");
    if (!page.isEmpty()) both.getChildren().add(keys(words.say("ui.station.keys.page"), page.stream(), words));
    both.getChildren().add(keys(words.say("ui.station.keys.window"),
        WINDOW.stream().map(k -> new Key(k.getFirst(), words.say("ui.station.keys." + k.getLast()))), words));
    ScrollPane scroll = new ScrollPane(both);
    scroll.setFitToWidth(true);
    getChildren().add(scroll);
  }

  private static VBox keys(String title, Stream<Key> all, Words words) {
    Label head = new Label(title);
    head.getStyleClass().add("pane-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    all.forEach(k -> {
      Label key = new Label(Keycaps.say(k.key(), words));
      key.getStyleClass().add("key");
      key.setMinWidth(USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), key, new Label(k.does()));
    });
    return new VBox(head, grid);
  }
}
