package iris.ui.setup;

import iris.notify.Pattern;
import iris.settings.Section;
import iris.settings.edit.Edit;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Each of the sounds, once, as loud as is typed. */
final class Plays extends VBox implements SectionPane.Extra {
  private static final int USUAL = 80;

  private final Workbook book;

  Plays(Workbook book) {
    this.book = book;
    FlowPane row = new FlowPane();
    row.getStyleClass().add("setup-names");
    for (Pattern pattern : Pattern.values()) {
      Button button = new Button(book.words.say("ui.setup.play." + pattern));
      button.setId("play-" + pattern);
      button.setOnAction(e -> book.bench.play(pattern, volume()));
      row.getChildren().add(button);
    }
    getChildren().addAll(Field.wrapping(book.words.say("ui.setup.play"), "setup-what"), row);
  }

  private int volume() {
    String typed = book.value(Edit.Spot.of(Section.SOUND, "volume")).strip();
    return typed.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(typed), 1, 100) : USUAL;
  }

  @Override
  public VBox root() {
    return this;
  }

  @Override
  public void show(Optional<String> name) {}
}
