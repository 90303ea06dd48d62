package iris.ui.station;

import iris.ui.alert.Sign;
import iris.ui.alert.StandingBar;
import iris.ui.control.Presence;
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
import javafx.scene.layout.Priority;
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
  private final Label played = new Label();
  private final Label standing = new Label();
  private final Sign lasts = new Sign();
  private final HBox lasting = new HBox(lasts, standing);
  private final HBox root;
  private Point2D seized = Point2D.ZERO;
  private Point2D pressed = Point2D.ZERO;

  /** @param back brings the window back */
  FloatBar(Words words, List<String> sheets, Keepsake keepsake, Runnable back) {
    VBox lines = new VBox(played, new HBox(word, counts), lasting, oldest);
    HBox.setHgrow(lines, Priority.ALWAYS);
    root = new HBox(sign, lines);
    root.getStyleClass().addAll("console", "float-bar");
    root.setId("float-bar");
    word.getStyleClass().add("bar-word");
    counts.getStyleClass().add("bar-counts");
    oldest.getStyleClass().add("bar-oldest");
    played.getStyleClass().add("bar-played");
    played.setMaxWidth(Double.MAX_VALUE);
    lasting.getStyleClass().add("bar-standing");
    standing.setWrapText(true);
    standing.setMinHeight(Label.USE_PREF_SIZE);
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
    stage.setWidth(WIDTH);
    stage.setHeight(height());
    stage.setY(room.getMaxY() - stage.getHeight() - GAP);
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
    model.standing().ifPresent(line -> {
      standing.setText(line.sentence());
      StandingBar.sign(lasts, line.tone());
      StandingBar.tone(lasting, line.tone());
    });
    Presence.of(lasting, model.standing().isPresent());
    played.setText(model.played().orElse(""));
    Presence.of(played, model.played().isPresent());
    root.pseudoClassStateChanged(WAITS, model.waits());
    if (opened()) fit();
    perch.look();
  }

  private double height() {
    root.applyCss();
    return Math.max(HEIGHT, Math.ceil(root.prefHeight(WIDTH)));
  }

  /** As high as what it says; the edge that is nearer to the border of its screen stays where it is. */
  private void fit() {
    double more = height() - stage.getHeight();
    if (Math.abs(more) < 1) return;
    double middle = stage.getY() + stage.getHeight() / 2;
    boolean low = Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream()
        .map(Screen::getVisualBounds).anyMatch(room -> middle > (room.getMinY() + room.getMaxY()) / 2);
    if (low) stage.setY(stage.getY() - more);
    stage.setHeight(stage.getHeight() + more);
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
