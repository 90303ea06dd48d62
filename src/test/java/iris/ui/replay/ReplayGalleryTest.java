package iris.ui.replay;

import iris.alarm.Board;
import iris.history.film.Extent;
import iris.history.film.Film;
import iris.history.film.Night;
import iris.ui.desk.DeskPicture;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.gallery.Golden;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.station.Station;
import iris.ui.station.StationPicture;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The film of a recorded night on both windows, and the page that asks for it. */
class ReplayGalleryTest {
  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);
  private static final Instant FROM = Night.START.plus(Duration.ofMinutes(2));

  @TempDir static Path folder;

  @BeforeAll
  static void record() {
    Screenings.record(folder);
  }

  private static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  private static Player at(int minutes, int speed) throws Exception {
    Playhead head = Playhead.of(FROM, FROM.plus(Duration.ofMinutes(88))).speed(speed, Duration.ZERO)
        .seek(Night.START.plus(Duration.ofMinutes(minutes)), Duration.ZERO);
    return Player.open(Film.open(folder), head, new Screenings(), fault -> {
      throw new AssertionError(fault);
    });
  }

  private static Ports ports(Player player) {
    return new Ports(player.board(), player.events(), act -> {}, player::now, fault -> {}, "relecture", wish -> {});
  }

  private static Callable<WindowOptions> looks(Player player, Words words, WindowOptions options) {
    return () -> options.with(WindowOptions.Motion.REDUCED)
        .at(new Mark(player, words, () -> Screenings.LIVE), words.say("ui.replay.read-only"));
  }

  private static Picture wall(Lang lang, WindowOptions options, int minutes, int width, int height) throws Exception {
    try (Player player = at(minutes, 60)) {
      return DeskPicture.of(ports(player), words(lang), looks(player, words(lang), options), width, height);
    }
  }

  @Test
  void theWallOfThen() throws Exception {
    Golden.hold("replay-wall-dark-fr", wall(Lang.FR, DARK, 22, 1280, 800));
  }

  @Test
  void theWallOfThenInEnglish() throws Exception {
    Golden.hold("replay-wall-light-en", wall(Lang.EN, LIGHT, 22, 1280, 800));
  }

  @Test
  void theWallWhileTheConsoleDidNotRun() throws Exception {
    Golden.hold("replay-stopped-dark-fr", wall(Lang.FR, DARK, 60, 1280, 800));
  }

  @Test
  void theWallOfThenHangs() throws Exception {
    Golden.hold("replay-hung-dark-en", wall(Lang.EN, DARK.onWall(3), 24, 1920, 1080));
  }

  @Test
  void theDeskOfThen() throws Exception {
    try (Player player = at(24, 1)) {
      Words words = words(Lang.FR);
      WindowOptions options = OffScreen.call(looks(player, words, LIGHT)::call);
      Picture picture = OffScreen.call(() -> {
        Page.Making alarms = (ports, said) -> new AlarmsPage(ports, said, Keepsake.forgetful());
        // Wide enough that no cell wraps: the toolkit spaces wrapped lines by what was laid out before in the same process.
        try (Station window = StationPicture.window(ports(player), words, options, alarms, 1760, 900)) {
          return StationPicture.of(window, 1760, 900);
        }
      });
      Golden.hold("replay-desk-light-fr", picture);
    }
  }

  private static Picture page(Lang lang, WindowOptions options) throws Exception {
    try (Film film = Film.open(folder)) {
      Extent extent = film.extent();
      Board board = seen(film, extent);
      return StationPicture.of((ports, said) -> {
        ReplayPage page = ReplayPage.still(ports, said, () -> extent);
        page.show(new Seen(board, EventLog.EMPTY, ports.now().get()));
        return page;
      }, board, board.at(), lang, options, 1100, 600, root -> {});
    }
  }

  private static Board seen(Film film, Extent extent) throws Exception {
    film.seek(extent.to(), () -> false);
    return film.shot().board();
  }

  @Test
  void thePageThatAsks() throws Exception {
    Golden.hold("replay-page-dark-fr", page(Lang.FR, DARK));
    Golden.hold("replay-page-light-en", page(Lang.EN, LIGHT));
  }
}
