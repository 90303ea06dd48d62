package iris.ui.setup;

import iris.ui.control.Typed;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The line in which one looks for a name where there are more than are offered at once. */
final class Narrowing extends VBox {
  private final Words words;
  private final TextField line = new TextField();
  private final Label rest = Field.wrapping("", "setup-hint");

  /** @param changed something else is typed */
  Narrowing(Words words, Runnable changed) {
    this.words = words;
    line.setId("setup-narrow");
    rest.setId("setup-narrow-rest");
    getStyleClass().add("setup-narrowing");
    getChildren().addAll(line, rest);
    line.textProperty().addListener((p, before, now) -> changed.run());
  }

  /** The names to offer now; says what is left out. */
  List<String> of(List<String> all, Optional<String> chosen, UnaryOperator<String> text) {
    String prompt = words.say("ui.setup.narrow", all.size());
    line.setPromptText(prompt);
    line.setAccessibleText(prompt);
    Offered offered = Offered.of(all, chosen, Typed.of(line.getText()), text);
    rest.setText(offered.found() == 0 ? words.say("ui.setup.narrow.none", line.getText().strip())
        : offered.others() > 0 ? words.say("ui.setup.narrow.others", offered.others()) : "");
    rest.setVisible(!rest.getText().isEmpty());
    rest.setManaged(rest.isVisible());
    return offered.names();
  }

  /** Itself, where there is something to look for, or somebody does. */
  List<Node> over(List<String> all) {
    return all.size() > Offered.MOST || !line.getText().isEmpty() ? List.of(this) : List.of();
  }

  String typed() {
    return line.getText();
  }

  void type(String text) {
    line.setText(text);
  }

  /** Escape: true if something was typed. */
  boolean clear() {
    boolean some = !line.getText().isEmpty();
    line.clear();
    return some;
  }
}
