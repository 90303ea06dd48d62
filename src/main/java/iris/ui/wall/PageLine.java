package iris.ui.wall;

import iris.alarm.Shown;
import iris.words.Words;
import javafx.scene.control.Label;

/** Under a board of several pages: which one this is, and how much is wrong on the others. */
final class PageLine extends Label {
  /** Seconds that a page stays on a wall that nobody touches. */
  static final long TURN = 15;

  private final Words words;

  PageLine(Words words) {
    this.words = words;
    getStyleClass().add("iris-wall-pages");
  }

  void show(int page, int pages, int size, WallModel model) {
    setVisible(pages > 1 || model.tiles().isEmpty());
    if (model.tiles().isEmpty()) {
      setText(words.say("ui.wall.empty"));
      return;
    }
    long elsewhere = 0;
    for (int i = 0; i < model.tiles().size(); i++)
      if (i / size != page && model.tiles().get(i).shown() != Shown.UP) elsewhere++;
    String said = words.say("ui.wall.page", page + 1, pages);
    setText(elsewhere == 0 ? said : said + " · " + words.say("ui.wall.elsewhere", elsewhere));
  }
}
