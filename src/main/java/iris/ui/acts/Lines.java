package iris.ui.acts;

import iris.alarm.Shown;
import iris.ui.alert.Sign;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.DoubleExpression;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Up to three lines of words that wrap, with a sign before them where a state is shown. */
final class Lines extends HBox {
  /** Width of the sign's place, in pixels; as in the style sheet. */
  private static final double SIGN = 34;

  /** What is shown; {@code rest} below the first line, softer. */
  record Said(boolean head, Optional<Shown> shown, String first, List<String> rest, String spoken) {
    Said {
      Objects.requireNonNull(shown);
      Objects.requireNonNull(first);
      rest = List.copyOf(rest);
      Objects.requireNonNull(spoken);
    }
  }

  private final Sign sign = new Sign();
  private final StackPane place = new StackPane(sign);
  private final Label first = new Label();
  private final List<Label> rest = List.of(new Label(), new Label());
  private final boolean signed;

  Lines(boolean signed) {
    this.signed = signed;
    getStyleClass().add("lines");
    place.getStyleClass().add("lines-sign");
    first.getStyleClass().add("lines-first");
    VBox all = new VBox(first);
    for (Label label : rest) {
      label.getStyleClass().add("lines-rest");
      all.getChildren().add(label);
    }
    all.getChildren().forEach(label -> ((Label) label).setWrapText(true));
    if (signed) getChildren().add(place);
    getChildren().add(all);
  }

  /** A wrapped label is as high as it must be only where its width is known beforehand. */
  void wide(DoubleExpression width) {
    DoubleExpression text = signed ? width.subtract(SIGN) : width;
    first.prefWidthProperty().bind(text);
    rest.forEach(label -> label.prefWidthProperty().bind(text));
  }

  void show(Said said) {
    said.shown().ifPresent(sign::show);
    put(first, said.first());
    for (int i = 0; i < rest.size(); i++) {
      String text = i < said.rest().size() ? said.rest().get(i) : "";
      put(rest.get(i), text);
      rest.get(i).setVisible(!text.isEmpty());
      rest.get(i).setManaged(!text.isEmpty());
    }
  }

  private static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }
}
