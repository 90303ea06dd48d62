package iris.ui.station;

import iris.ui.alert.Sign;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The window while it is small and there is no tray: always on top, moved by a hand, opened by a click. */
final class FloatBar {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 64;
  private static final double GAP = 16;
  /** A hand that has moved less, in pixels, has clicked. */
  private static final double STILL = 4;
  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");

  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final Perch perch;
  private final Sign sign = new Sign();
  private final Label word = new Label();
  private final Label counts = new Label();
  private final Label oldest = new Label();
  private final HBox root;
  private Point2D seized = Point2D.ZERO;
  private Point2D pressed = Point2D.ZERO;

  /** @param back brings the window back */
  FloatBar(Words words, List<String> sheets, Keepsake keepsake, Runnable back) {
    root = new HBox(sign, new VBox(new HBox(word, counts), oldest));
    root.getStyleClass().addAll("console", "float-bar");
    root.setId("float-bar");
    word.getStyleClass().add("bar-word");
    counts.getStyleClass().add("bar-counts");
    oldest.getStyleClass().add("bar-oldest");
    root.setAccessibleText(words.say("ui.station.bar.back"));
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(sheets);
    stage.setScene(scene);
    stage.setAlwaysOnTop(true);
    stage.setTitle("IRIS");
    perch = new Perch(stage, keepsake, "bar");
    root.setOnMousePressed(this::seize);
    root.setOnMouseDragged(e -> {
      stage.setX(e.getScreenX() - seized.getX());
      stage.setY(e.getScreenY() - seized.getY());
    });
    root.setOnMouseReleased(e -> {
      if (pressed.distance(e.getScreenX(), e.getScreenY()) < STILL) back.run();
    });
    scene.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) back.run();
    });
    stage.setOnCloseRequest(e -> {
      e.consume();
      back.run();
    });
  }

  private void seize(MouseEvent e) {
    pressed = new Point2D(e.getScreenX(), e.getScreenY());
    seized = pressed.subtract(stage.getX(), stage.getY());
  }

  /** In the lower corner where no hand has put it elsewhere. */
  void open() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setX(room.getMaxX() - WIDTH - GAP);
    stage.setY(room.getMaxY() - HEIGHT - GAP);
    perch.place();
    stage.show();
  }

  boolean opened() {
    return stage.isShowing();
  }

  void show(BarModel model) {
    sign.show(model.state());
    word.setText(model.word());
    counts.setText(model.counts());
    oldest.setText(model.oldest());
    root.pseudoClassStateChanged(WAITS, model.waits());
    perch.look();
  }

  Stage stage() {
    return stage;
  }

  void close() {
    perch.look();
    perch.close();
    stage.close();
  }
}
