package iris.ui.station;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.page.Page;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** One page in the workstation's window, as a picture. */
public final class StationPicture {
  private StationPicture() {}

  /** The window with one page, of a size that fits the screen of the tests. */
  public static Station window(Ports ports, Words words, WindowOptions options, Page.Making page, int width, int height) {
    return new Station(ports, words, options, List.of(page), width, height);
  }

  /** Of a window that is drawn by its hand; on the FX thread. */
  public static Picture of(Station window, int width, int height) {
    window.drawn().snapshot(null);
    WritableImage image = window.drawn().snapshot(null);
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Picture(width, height, argb);
  }

  /** @param hand what a person does before the picture is taken */
  public static Picture of(Page.Making page, Board board, Now now, Lang lang, WindowOptions options, int width, int height,
      Consumer<Parent> hand) throws Exception {
    return OffScreen.call(() -> {
      Ports ports = new Ports(new Cell<>(board), new Cell<>(EventLog.EMPTY), act -> {}, () -> now, fault -> {}, "Marie", wish -> {});
      try (var window = new Station(ports, Words.of(lang, ZoneId.of("Europe/Paris")), options, List.of(page), width, height)) {
        // What scrolls has its nodes only once it has its skin. A picture before the hand's would be in the way: of a
        // scene that no window shows, what changed since the first picture is not always in the second.
        window.drawn().getRoot().applyCss();
        hand.accept(window.drawn().getRoot());
        WritableImage image = window.drawn().snapshot(null);
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
      }
    });
  }
}
