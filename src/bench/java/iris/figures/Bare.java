package iris.figures;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** A window of JavaFX and nothing in it: as large as that of IRIS opens, in the colour of its tiles. */
public final class Bare {
  private Bare() {}

  /** @param args {@code end}: ends after its first picture, for the training of a start cache */
  public static void main(String[] args) {
    boolean ends = args.length > 0;
    Platform.startup(() -> {
      Rectangle2D room = Screen.getPrimary().getVisualBounds();
      Scene scene = new Scene(new Pane(), room.getWidth() * 0.9, room.getHeight() * 0.9, Color.web("#2E3338"));
      int[] pulses = {0};
      scene.addPostLayoutPulseListener(() -> {
        if (++pulses[0] == 1) Platform.requestNextPulse();
        if (pulses[0] != 2) return;
        System.out.println("iris.start WINDOW " + System.currentTimeMillis());
        System.out.flush();
        if (ends) Platform.exit();
      });
      Stage stage = new Stage();
      stage.setTitle("bare");
      stage.setScene(scene);
      stage.show();
    });
  }
}
