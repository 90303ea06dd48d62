package iris.ui.station;

import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.page.Page;
import iris.ui.picture.Picture;
import iris.words.Words;
import java.util.List;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The workstation's window around other pages, for their galleries. On the FX thread. */
public final class Exhibit {
  private Exhibit() {}

  public static Picture picture(
      Ports ports, Words words, WindowOptions options, List<Page.Making> pages, int width, int height) {
    try (Station window = new Station(ports, words, options, pages, width, height)) {
      WritableImage image = window.drawn().snapshot(null);
      int[] argb = new int[width * height];
      image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
      return new Picture(width, height, argb);
    }
  }
}
