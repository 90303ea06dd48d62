package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class StandTest {
  private static Dimension2D on(double width, double height) {
    return Stand.opening(new Rectangle2D(0, 0, width, height));
  }

  @Test
  void aWindowOpensOnMostOfTheScreen() {
    assertEquals(new Dimension2D(1728, 972), on(1920, 1080));
    assertEquals(new Dimension2D(3456, 1944), on(3840, 2160));
  }

  @Test
  void aSmallScreenGetsTheLeastThatADeskNeeds() {
    assertEquals(new Dimension2D(922, 691), on(1024, 768));
    assertEquals(new Dimension2D(900, 640), on(960, 660));
  }

  @Test
  void aWindowIsNeverLargerThanItsScreen() {
    assertEquals(new Dimension2D(800, 600), on(800, 600));
  }
}
