package iris.app;

import iris.feed.SourceConfig;
import iris.settings.Display;
import iris.signal.Reason;
import iris.ui.picture.Captioned;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.ui.wall.Look;
import iris.ui.wall.WallModel;
import iris.ui.wall.WallView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** {@code iris snapshot}: hears each source once and draws the wall into a file, without a display. */
final class Snapshot {
  private static final Pattern OTHER = Pattern.compile("(?i).*\\.(jpe?g|gif|webp|svg|pdf|bmp|tiff?|html?)");

  private Snapshot() {}

  static int run(Order.Snapshot order, Terminal terminal) throws Misuse, InterruptedException {
    Path out = order.out().toAbsolutePath();
    if (out.getParent() == null || !Files.isDirectory(out.getParent()) || Files.isDirectory(out))
      throw new Misuse("app.snapshot.folder", order.out());
    // Called x.jpg it would be a picture that half of the programs refuse.
    if (OTHER.matcher(String.valueOf(out.getFileName())).matches()) throw new Misuse("app.snapshot.png", order.out());
    Optional<Reason> lacking = Libraries.lacking(Libraries.LETTERS);
    if (lacking.isPresent()) throw new Misuse(lacking.get());
    List<SourceConfig> sources = new ArrayList<>();
    for (String source : order.sources()) {
      // No feed of a configuration can have a name like this: one of them would be taken for another, and not be drawn.
      SourceConfig named = Sources.of("_" + (sources.size() + 1), source, Commands.files(order.common()));
      if (sources.stream().noneMatch(s -> s.id().equals(named.id()))) sources.add(named);
    }
    try {
      Hearsay heard = Hearsay.of(sources, order.patience(), SystemClock.starting());
      sources.stream().filter(s -> heard.unheard().containsKey(s.id())).forEach(s ->
          terminal.err().println(terminal.words().say("app.snapshot.unheard", s.name(),
              terminal.words().say(Objects.requireNonNull(heard.unheard().get(s.id()))))));
      draw(heard, order, terminal).write(out);
      return 0;
    } catch (IOException e) {
      throw new Misuse("app.snapshot.unwritable", order.out(), e.getMessage());
    }
  }

  private static Picture draw(Hearsay heard, Order.Snapshot order, Terminal terminal) throws InterruptedException {
    Theme theme = order.common().theme().orElse(Display.Theme.AUTO) == Display.Theme.LIGHT ? Theme.LIGHT : Theme.DARK;
    Instant now = heard.board().at().wall();
    try {
      return OffScreen.call(() -> {
        WallView wall = new WallView(terminal.words(), new Look(Look.DESK.sight(), true, true));
        wall.show(WallModel.of(heard.board(), now));
        wall.tick(now);
        Captioned view = new Captioned(wall, now, order.height(), terminal.words());
        return Picture.of(view, order.width(), order.height(), theme, List.of());
      });
    } catch (ExecutionException e) {
      throw new IllegalStateException("the wall cannot be drawn", e.getCause());
    } finally {
      OffScreen.end();
    }
  }
}
