package iris.ui.picture;

import iris.ui.theme.Theme;
import iris.ui.theme.Type;
import java.io.IOException;
import java.nio.file.Files;
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

  /** Written whole or not at all: somebody may be serving the file. A device or a pipe is written to and stays what it is. */
  public void write(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, png());
      return;
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, png());
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
