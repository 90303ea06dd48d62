package iris.ui.receipt;

import iris.ui.page.Page;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** A page alone in a scene dressed like the workstation's window. */
public final class PageRoom {
  private PageRoom() {}

  public static Scene scene(Page page, Theme theme, int width, int height) throws Exception {
    Type.load();
    StackPane frame = new StackPane(page.root());
    frame.getStyleClass().addAll("console", "station");
    Scene scene = new Scene(frame, width, height);
    List<String> sheets = new ArrayList<>(theme.sheets());
    sheets.add(Objects.requireNonNull(iris.ui.desk.Ports.class.getResource("desk.css")).toExternalForm());
    sheets.add(Objects.requireNonNull(Page.class.getResource("/iris/ui/station/station.css")).toExternalForm());
    scene.getStylesheets().setAll(sheets);
    frame.getStylesheets().add("data:text/css;base64," + java.util.Base64.getEncoder()
        .encodeToString(".root { -fx-font-size: 13px; }".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    scene.getStylesheets().add("data:text/css;base64," + java.util.Base64.getEncoder()
        .encodeToString(".root { -fx-font-size: 13px; }".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return scene;
  }

  public static Picture picture(Scene scene) {
    int width = (int) scene.getWidth();
    int height = (int) scene.getHeight();
    WritableImage image = scene.snapshot(null);
    int[] argb = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Picture(width, height, argb);
  }
}
