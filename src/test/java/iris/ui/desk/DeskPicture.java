package iris.ui.desk;

import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.words.Words;
import java.util.concurrent.Callable;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The window of the tiles, as a picture. */
public final class DeskPicture {
  private DeskPicture() {}

  /** @param options made on the FX thread */
  public static Picture of(Ports ports, Words words, Callable<WindowOptions> options, int width, int height) throws Exception {
    return OffScreen.call(() -> {
      try (var window = new ConsoleWindow(ports, words, options.call(), width, height)) {
        // What is wrapped is as high as it is only once it was laid out.
        window.drawn().snapshot(null);
        WritableImage image = window.drawn().snapshot(null);
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
      }
    });
  }
}
