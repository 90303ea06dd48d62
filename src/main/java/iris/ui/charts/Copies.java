package iris.ui.charts;

import iris.report.paper.Folder;
import iris.signal.Reason;
import iris.ui.picture.Picture;
import iris.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;

/** What is seen, taken elsewhere: to the clipboard, or to two files beside each other. On the FX thread. */
final class Copies {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");
  private static final int TRIES = 100;

  private final Words words;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Path home;
  private final Runnable changed;
  private Optional<String> last = Optional.empty();

  /** @param elsewhere where one may wait for a disk; {@code changed} another sentence is to be said */
  Copies(Words words, Executor elsewhere, Consumer<Runnable> screen, Path home, Runnable changed) {
    this.words = words;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.home = home;
    this.changed = changed;
  }

  /** What became of the last deed, until something else is done. */
  Optional<String> last() {
    return last;
  }

  void forget() {
    last = Optional.empty();
  }

  private void say(String key, Object... args) {
    last = Optional.of(words.say(key, args));
    changed.run();
  }

  void picture(Region panel) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(panel.snapshot(null, null));
    Clipboard.getSystemClipboard().setContent(content);
    say("ui.charts.copied.picture");
  }

  void figures(Shot shot) {
    Table table = new Table(shot.strands(), zone());
    String text = table.tsv(shot.view().from(), shot.view().to());
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    say("ui.charts.copied.figures", text.lines().count() - 1);
  }

  private ZoneId zone() {
    return words.figures().zone();
  }

  void save(Shot shot, Region panel) {
    WritableImage image = panel.snapshot(null, null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] argb = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
    Instant from = shot.view().from();
    Instant to = shot.view().to();
    Table table = new Table(shot.strands(), zone());
    String service = shot.wanted().service().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    String name = "iris-" + service + "-" + STAMP.withZone(zone()).format(from) + "-" + STAMP.withZone(zone()).format(to);
    elsewhere.execute(() -> {
      Reason said = write(name, table.csv(from, to), new Picture(w, h, argb));
      screen.accept(() -> {
        last = Optional.of(words.say(said));
        changed.run();
      });
    });
  }

  /** Never over another file; the figures first, since they can be drawn again. */
  private Reason write(String name, String csv, Picture picture) {
    Path into = Folder.usual(home);
    try {
      for (int i = 1; i <= TRIES; i++) {
        String free = name + (i == 1 ? "" : "-" + i);
        Path figures = into.resolve(free + ".csv");
        try {
          Files.writeString(figures, csv, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException taken) {
          // This view was kept before: the next name.
          continue;
        }
        picture.write(into.resolve(free + ".png"));
        return Reason.of("ui.charts.saved", figures, free + ".png");
      }
      return Reason.of("ui.charts.full", into);
    } catch (IOException e) {
      return Reason.of("ui.charts.unwritable", into, e.getMessage());
    }
  }
}
