package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.draw.Box;
import iris.ui.draw.Ruler;
import iris.ui.gallery.Exhibits;
import iris.ui.gallery.Gallery;
import iris.ui.picture.OffScreen;
import iris.ui.theme.Type;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Words and numbers have their room in every language, on every size of tile, from every distance. */
class FitTest {
  private static final double[][] ROOMS = {{1920, 1080}, {1920, 700}, {1708, 370}, {1280, 720}, {1280, 480}, {960, 560}, {3840, 2160}};
  private static final Sight[] SIGHTS = {Sight.DESK, new Sight(5, 55, 2203), new Sight(0.8, 13, 2203)};

  @TestFactory
  Stream<DynamicTest> everyWordFits() {
    return Stream.of(Lang.values()).flatMap(lang -> IntStream.of(1, 2, 4, 6, 9, 12, 20, 50, 90).mapToObj(
        count -> DynamicTest.dynamicTest(lang + " " + count, () -> OffScreen.call(() -> {
          Type.load();
          for (double[] room : ROOMS) for (Sight sight : SIGHTS) fits(lang, count, room, sight);
          return null;
        }))));
  }

  private static void fits(Lang lang, int count, double[] room, Sight sight) {
    Grid grid = Grid.of(count, room[0], room[1]);
    Ruler ruler = new Ruler();
    TileWords words = new TileWords(Words.of(lang, ZoneId.of("Europe/Paris")));
    Plan plan = Planner.plan(grid.variant(), grid.width(), grid.height(), grid.unit(), sight, words.widths(ruler));
    String at = lang + " " + count + " in " + room[0] + "x" + room[1] + " " + sight + " " + grid.variant() + ": ";
    for (Box box : Stream.concat(plan.figures().stream(), Stream.of(plan.name(), plan.bell(), plan.band(), plan.since(),
        plan.lines(), plan.chart(), plan.strip(), plan.ring(), plan.age(), plan.clocks())).filter(b -> !b.isNone()).toList())
      assertTrue(box.x() >= 0 && box.y() >= 0 && box.right() <= grid.width() + 0.5 && box.bottom() <= grid.height() + 0.5,
          () -> at + "off the tile: " + box + " of " + grid.width() + "x" + grid.height());
    double head = (Planner.SHAPE + Planner.BAND_PAD * 1.5) * plan.size().state();
    for (String word : words.stateWords()) narrow(at, ruler, word, plan.size().state(), plan.band().w() - head, Type.STRONG);
    for (TileModel tile : WallModel.of(Gallery.everyState(), Exhibits.NOW).tiles()) {
      String since = switch (plan.variant()) {
        case HERO, WIDE -> words.heroSince(tile, Exhibits.NOW);
        case FULL -> words.since(tile, Exhibits.NOW);
        case COMPACT -> words.shortSince(tile, Exhibits.NOW);
      };
      // The narrow cut at four fifths of the size is the least that Pen writes before it cuts a text.
      narrow(at, ruler, since, plan.size().since() * 0.8, plan.since().w(), Type.NARROW);
      double unit = plan.size().unit() * 0.5;
      narrow(at, ruler, words.response(tile), plan.size().value(), plan.figures().getFirst().w() - unit, Type.STRONG);
      if (plan.variant() == Variant.COMPACT) continue;
      narrow(at, ruler, words.availability(tile), plan.size().value(), plan.figures().getLast().w() - unit, Type.STRONG);
      narrow(at, ruler, words.coverage(tile), plan.size().label(), plan.figures().getLast().w() - unit, Type.NARROW);
      // No age is ever cut, not even after days: there is always a form that fits.
      for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(59), Duration.ofHours(23), Duration.ofDays(28)))
        narrow(at, ruler, words.ages(tile, Exhibits.NOW.plus(later)).getLast(), plan.size().foot() * 0.8,
            plan.age().w(), Type.NARROW);
      narrow(at, ruler, words.clocks(tile, Exhibits.NOW).getLast(), plan.size().foot() * 0.8, plan.clocks().w(), Type.NARROW);
    }
  }

  private static void narrow(String at, Ruler ruler, String said, double size, double room, Type type) {
    double needs = ruler.width(said, type, size);
    assertTrue(needs <= room, () -> at + "\"" + said + "\" needs " + needs + " of " + room);
  }
}
