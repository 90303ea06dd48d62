package iris.ui.desk;

import iris.ui.control.Keycaps;
import iris.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All keys, shown in the place of the lists: nothing that is supervised is covered by it. */
final class KeysHelp extends VBox {
  private static final List<List<String>> KEYS = List.of(
      List.of("A", "acknowledge"), List.of("S", "silence"), List.of("C", "comment"), List.of("H", "shelve"),
      List.of("U", "undo"), List.of("R", "reset"), List.of("Ctrl A", "all"), List.of("Tab", "tab"),
      List.of("1", "tiles"), List.of("2", "active"), List.of("3", "muted"), List.of("4", "events"),
      List.of("W", "why"), List.of("T", "theme"), List.of("F11", "wall"), List.of("D", "desk"),
      List.of("?", "help"), List.of("Esc", "escape"));
  private static final int ROWS = 9;

  KeysHelp(Words words) {
    getStyleClass().add("keys-help");
    Label title = new Label(words.say("ui.desk.keys.title"));
    title.getStyleClass().add("pane-title");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    for (int i = 0; i < KEYS.size(); i++) {
      Label key = new Label(Keycaps.say(KEYS.get(i).getFirst(), words));
      key.getStyleClass().add("key");
      grid.add(key, 2 * (i / ROWS), i % ROWS);
      grid.add(new Label(words.say("ui.desk.keys." + KEYS.get(i).getLast())), 2 * (i / ROWS) + 1, i % ROWS);
    }
    getChildren().addAll(title, grid);
  }
}
