package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GridTest {
  private static final Sight FAR = new Sight(5, 55, Math.hypot(1920, 1080));

  @Test
  void oneServiceHasTheWholeWall() {
    Grid grid = Grid.of(1, 1920, 1080);
    assertEquals(Variant.HERO, grid.variant());
    assertTrue(grid.width() > 1850 && grid.height() > 1030);
  }

  @Test
  void oneServiceInALowRoomHasTextThatCanBeRead() {
    Grid grid = Grid.of(1, 1280, 300);
    assertEquals(Variant.WIDE, grid.variant());
    assertTrue(grid.unit() >= Grid.FULL_FLOOR);
  }

  @Test
  void fewServicesKeepTheirFiguresInTheSmallestWindow() {
    for (int count = 1; count <= 3; count++) assertNotEquals(Variant.COMPACT, Grid.of(count, 960, 240).variant());
  }

  @Test
  void twelveServicesHaveTilesWithAllTheirFigures() {
    Grid grid = Grid.of(12, 1920, 950);
    assertEquals(Variant.WIDE, grid.variant());
    assertEquals(12, grid.columns() * grid.rows());
  }

  @Test
  void sixServicesKeepTheirFiguresInTheWindowThatOpensOnAFullHdScreen() {
    Grid grid = Grid.of(6, 1708, 372);
    assertEquals(Variant.WIDE, grid.variant());
    assertTrue(grid.unit() >= Sight.DESK.least(), () -> "unit " + grid.unit());
  }

  @Test
  void twelveServicesKeepTheirFiguresOnAWall() {
    assertEquals(Variant.WIDE, Grid.of(12, 1900, 690).variant());
  }

  @Test
  void fiftyServicesStandOnOneReadablePage() {
    Grid grid = Grid.of(50, 1920, 950);
    assertEquals(1, grid.pages());
    assertTrue(grid.unit() >= 12, () -> "unit " + grid.unit());
  }

  @Test
  void moreThanFitAreTurnedInPages() {
    Grid grid = Grid.of(200, 1920, 950);
    assertTrue(grid.pages() >= 4);
    assertTrue(grid.unit() >= Grid.FLOOR);
    assertTrue(grid.pages() * grid.page() >= 200);
  }

  @Test
  void noTileStandsOverAnotherOrOutsideWhateverTheRoom() {
    for (int count = 1; count <= 130; count += 3)
      for (double[] room : new double[][] {{1920, 950}, {1280, 600}, {960, 520}, {400, 900}, {3840, 2000}, {60, 40}}) {
        Grid grid = Grid.of(count, room[0], room[1]);
        String at = count + " in " + room[0] + "x" + room[1] + ": " + grid;
        assertTrue(grid.columns() * grid.rows() >= grid.page(), at);
        var last = grid.place(grid.page() - 1);
        var right = grid.place(Math.min(grid.page(), grid.columns()) - 1);
        assertTrue(room[0] < 100 || right.right() <= room[0] && last.bottom() <= room[1], at);
        if (grid.columns() > 1) assertTrue(grid.place(0).right() <= grid.place(1).x(), at);
      }
  }

  @Test
  void aCapitalAtFiveMetresIsAsHighAsTheStandardSays() {
    // 55 inches, full HD, 5 m: 66 px at 20 minutes of arc, 148 px at 45 (alarm-model.md, section 10).
    assertEquals(66, FAR.size(20), 1);
    assertEquals(148, FAR.state(), 1);
  }
}
