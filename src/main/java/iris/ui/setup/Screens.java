package iris.ui.setup;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;

/** The screens of this machine with the numbers that the settings call them by. */
final class Screens extends VBox implements SectionPane.Extra {
  private final Workbook book;

  Screens(Workbook book) {
    this.book = book;
  }

  @Override
  public VBox root() {
    return this;
  }

  @Override
  public void show(Optional<String> name) {
    List<String> lines = Screen.getScreens().stream().map(Screens::size).toList();
    if (getChildren().size() == lines.size()) return;
    getChildren().clear();
    for (int i = 0; i < lines.size(); i++)
      getChildren().add(Field.wrapping(book.words.say("ui.setup.screen", i + 1, lines.get(i)), "setup-hint"));
  }

  private static String size(Screen screen) {
    Rectangle2D at = screen.getBounds();
    return Math.round(at.getWidth() * screen.getOutputScaleX()) + " × " + Math.round(at.getHeight() * screen.getOutputScaleY());
  }
}
