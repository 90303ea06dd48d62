package iris.ui.picture;

import iris.ui.theme.Type;
import iris.words.Words;
import java.time.Instant;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A view with the time at which it was true: a picture goes on hanging where it was put, and what is old must say so.
 */
public final class Captioned extends BorderPane {
  /** Of the picture's height; 20 px on a full HD screen. */
  private static final double SIZE = 1 / 54.0;

  private static final double LEAST = 12;

  public Captioned(Node view, Instant taken, int height, Words words) {
    double size = Math.max(LEAST, height * SIZE);
    Label name = label("IRIS", Type.STRONG, size, "caption-name");
    Label when = label(words.say("ui.picture.taken", words.figures().stamp(taken)), Type.REGULAR, size, "caption");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox strip = new HBox(size, name, between, when);
    strip.setPadding(new Insets(size * 0.5, size, 0, size));
    getStyleClass().add("iris-wall");
    setTop(strip);
    setCenter(view);
  }

  private static Label label(String text, Type type, double size, String style) {
    Label label = new Label(text);
    label.setFont(type.at(size));
    label.getStyleClass().add(style);
    return label;
  }
}
