package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Board;
import iris.flow.Cell;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DeskPicturesTest {
  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static void picture(String name, Board board, EventLog log, Lang lang, WindowOptions options, double w, double h)
      throws Exception {
    Callable<WritableImage> draw = () -> {
      Ports ports = new Ports(new Cell<>(board), new Cell<>(log), act -> {}, () -> Boards.NOW, fault -> {}, "Marie");
      try (ConsoleWindow window = new ConsoleWindow(ports, Words.of(lang, ZoneId.of("Europe/Paris")), options, w, h)) {
        return window.drawn().snapshot(null);
      }
    };
    WritableImage image = WaitForAsyncUtils.asyncFx(draw).get(20, TimeUnit.SECONDS);
    Path out = Files.createDirectories(Path.of("target/desk")).resolve(name + ".png");
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out.toFile());
    assertEquals(w, image.getWidth());
  }

  @Test
  void draw() throws Exception {
    WindowOptions dark = WindowOptions.desk().with(WindowOptions.Theme.DARK);
    WindowOptions light = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);
    picture("outage-dark-fr", Boards.outage().board(), Boards.log(), Lang.FR, dark, 1280, 800);
    picture("outage-light-en", Boards.outage().board(), Boards.log(), Lang.EN, light, 1280, 800);
    picture("calm-dark-fr", Boards.calm().board(), EventLog.EMPTY, Lang.FR, dark, 1280, 800);
    picture("calm-light-fr", Boards.calm().board(), EventLog.EMPTY, Lang.FR, light, 960, 700);
    picture("storm-dark-fr", Boards.storm(25).board(), Boards.log(), Lang.FR, dark, 960, 700);
    picture("lost-dark-fr", Boards.lost().board(), Boards.log(), Lang.FR, dark, 1280, 800);
    picture("lost-light-fr", Boards.lost().board(), Boards.log(), Lang.FR, light, 1280, 800);
    picture("wall-dark-fr", Boards.outage().board(), Boards.log(), Lang.FR, dark.onWall(3), 1920, 1080);
    picture("blind-dark-fr", Boards.calm().madeAt(new iris.alarm.Now(Boards.WALL.minusSeconds(75),
        Boards.NOW.mono().minusSeconds(75))).board(), EventLog.EMPTY, Lang.FR, dark.withDemo("Démonstration : rien de ceci n'est réel."), 1280, 800);
  }
}
