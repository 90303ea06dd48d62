package iris.ui.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** Where a window stands when screens come and go. */
class PlaceTest {
  private static final Rectangle2D FIRST = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 1280, 1024);
  private static final Rectangle2D ON_SECOND = new Rectangle2D(2000, 100, 1000, 700);

  private final Place place = Place.of(ON_SECOND, false, List.of(FIRST, SECOND));

  @Test
  void itStandsWhereItStoodAsLongAsItsScreenIsThere() {
    assertEquals(ON_SECOND, place.on(List.of(FIRST, SECOND)));
  }

  @Test
  void itComesToThePrimaryScreenWhenItsOwnIsGoneAndReturnsWithIt() {
    Rectangle2D moved = place.on(List.of(FIRST));
    assertTrue(FIRST.contains(moved), moved.toString());
    assertEquals(1000, moved.getWidth());
    assertEquals(ON_SECOND, place.on(List.of(FIRST, SECOND)));
  }

  @Test
  void itIsNoLargerThanTheScreenThatIsLeft() {
    Rectangle2D small = new Rectangle2D(0, 0, 800, 600);
    assertEquals(small, place.on(List.of(small)));
  }

  @Test
  void aWindowThatCannotBeSeizedComesBackToTheMiddle() {
    Place lost = Place.of(new Rectangle2D(1900, 1060, 1000, 700), false, List.of(FIRST));
    assertTrue(FIRST.contains(lost.on(List.of(FIRST))));
  }

  @Test
  void atTheFirstTimeItStandsOnTheScreenThatTheWallLeavesFree() {
    Rectangle2D onFirst = new Rectangle2D(0, 0, 1920, 1080);
    Place beside = Place.beside(onFirst, List.of(FIRST, SECOND), 1280, 800).orElseThrow();
    assertEquals(Place.Area.of(SECOND), beside.screen());
    assertEquals(new Rectangle2D(1952, 112, 1216, 800), beside.on(List.of(FIRST, SECOND)));
    assertEquals(Place.Area.of(FIRST), Place.beside(ON_SECOND, List.of(FIRST, SECOND), 1280, 800).orElseThrow().screen());
    assertEquals(Optional.empty(), Place.beside(onFirst, List.of(FIRST), 1280, 800), "there is no other");
  }

  @Test
  void anotherScreenInTheSamePlaceIsAnotherScreen() {
    Rectangle2D other = new Rectangle2D(1920, 0, 1024, 768);
    assertTrue(FIRST.contains(place.on(List.of(FIRST, other))));
  }
}
