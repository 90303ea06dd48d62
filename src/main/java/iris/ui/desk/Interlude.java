package iris.ui.desk;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** In the place of the windows while something must be done before there can be any: what it is, and how far. On the FX thread. */
public final class Interlude implements AutoCloseable {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 170;
  private static final double TEXT = 15;

  private final Stage stage;
  private final Label said = new Label();
  private final ProgressBar done = new ProgressBar(0);
  private final Appearance appearance;

  /** @param closed told when somebody closes it */
  public Interlude(Stage stage, WindowOptions looks, Runnable closed) {
    this.stage = stage;
    said.setId("interlude");
    said.setWrapText(true);
    done.setMaxWidth(Double.MAX_VALUE);
    VBox root = new VBox(said, done);
    root.getStyleClass().add("interlude");
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    appearance = new Appearance(scene, looks, TEXT, List.of(), () -> {});
    stage.setTitle("IRIS");
    stage.setScene(scene);
    stage.setOnHidden(hidden -> closed.run());
  }

  /** @param share that is done, 0 to 1 */
  public void say(String sentence, double share) {
    said.setText(sentence);
    done.setProgress(share);
    done.setAccessibleText(sentence);
    if (!stage.isShowing()) stage.show();
  }

  @Override
  public void close() {
    stage.setOnHidden(null);
    appearance.close();
    stage.close();
  }
}
