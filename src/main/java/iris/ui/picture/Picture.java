package iris.ui.picture;

import iris.report.paper.Folder;
import iris.ui.theme.Theme;
import iris.ui.theme.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A view as pixels.
 *
 * @param argb row by row
 */
public record Picture(int width, int height, int[] argb) {

  /**
   * Draws a view that stands in no window. On the FX thread ({@link OffScreen#call} gets there without a display).
   *
   * @param more sheets besides the theme's
   */
  public static Picture of(Parent view, int width, int height, Theme theme, List<String> more) {
    Type.load();
    Scene scene = new Scene(view, width, height);
    scene.getStylesheets().addAll(theme.sheets());
    scene.getStylesheets().addAll(more);
    WritableImage image = scene.snapshot(new WritableImage(width, height));
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Picture(width, height, argb);
  }

  public byte[] png() {
    return Png.encode(argb, width, height);
  }

  /** As {@link Folder#place}: whole or not at all, since somebody may be serving the file. */
  public void write(Path file) throws IOException {
    Folder.place(png(), file);
  }
}
