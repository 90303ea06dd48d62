package iris.ui.desk;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * In the window while there is nothing to show in it yet: what is being done, and how far where that is known. It stands where
 * the tiles will, and shows no state of anything, least of all that all is well. On the FX thread.
 */
public final class Interlude implements AutoCloseable {
  private static final double WIDTH = 560;

  private final Stage stage;
  private final Stand stand;
  private final Scene scene;
  private final VBox root;
  private final Label said = new Label();
  private final Appearance appearance;
  private Optional<ProgressBar> bar = Optional.empty();

  /** @param stage that of the tiles, which take it over as it stands then; a wall has another */
  public Interlude(Stage stage, WindowOptions looks) {
    this.stage = stage;
    stand = new Stand(looks);
    said.setId("interlude");
    said.setWrapText(true);
    said.setMaxWidth(WIDTH);
    root = new VBox(said);
    root.getStyleClass().add("interlude");
    Dimension2D size = Stand.opening(Screen.getPrimary().getVisualBounds());
    scene = new Scene(root, size.getWidth(), size.getHeight());
    appearance = new Appearance(scene, looks, stand.text(), List.of(), () -> {});
    stage.setTitle("IRIS");
  }

  /** @param painted told once when this has been painted */
  public void onPainted(Runnable painted) {
    Runnable[] look = new Runnable[1];
    int[] layouts = {0};
    look[0] = () -> {
      // The layout after the first does not come before the first picture is on its way.
      if (++layouts[0] == 1) Platform.requestNextPulse();
      if (layouts[0] < 2) return;
      scene.removePostLayoutPulseListener(look[0]);
      painted.run();
    };
    scene.addPostLayoutPulseListener(look[0]);
  }

  public void say(String sentence) {
    said.setText(sentence);
    if (stage.isShowing()) return;
    stage.setMinWidth(Stand.LEAST_WIDTH);
    stage.setMinHeight(Stand.LEAST_HEIGHT);
    stand.place(stage);
    stage.setScene(scene);
    stand.cover(stage, scene);
    stage.show();
  }

  /** @param share that is done, 0 to 1 */
  public void say(String sentence, double share) {
    if (bar.isEmpty()) {
      ProgressBar made = new ProgressBar(0);
      made.setMaxWidth(WIDTH);
      bar = Optional.of(made);
      root.getChildren().add(made);
    }
    bar.get().setProgress(share);
    bar.get().setAccessibleText(sentence);
    say(sentence);
  }

  /** The stage stays: who has it knows whether the tiles take it. */
  @Override
  public void close() {
    appearance.close();
  }
}
