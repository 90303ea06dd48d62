package iris.ui.desk;

import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The alarms of the wall: the five that most want a person, and how many more. Their places are always there; a wall of
 * few services has fewer of them, and larger tiles.
 */
final class TopFive extends VBox {
  private static final int PLACES = 5;

  private final Words words;
  private final List<RowView> rows = new ArrayList<>();
  private final Label more = new Label();

  TopFive(Words words) {
    this.words = words;
    getStyleClass().add("top-five");
    more.getStyleClass().add("top-more");
    for (int i = 0; i < PLACES; i++) rows.add(RowView.oneLine());
    getChildren().addAll(rows);
    getChildren().add(more);
  }

  void show(List<AlarmRow> active, int services) {
    int places = Math.clamp(services + 1, 2, PLACES);
    List<AlarmRow> unacked = active.stream().filter(row -> row.state().unacked()).toList();
    for (int i = 0; i < PLACES; i++) {
      rows.get(i).setManaged(i < places);
      rows.get(i).setVisible(i < Math.min(places, unacked.size()));
      if (rows.get(i).isVisible()) rows.get(i).show(unacked.get(i));
    }
    int others = unacked.size() - places;
    more.setText(others > 0 ? words.say("ui.desk.more", others) : "");
  }
}
