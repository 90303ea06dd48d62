package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.Frugal.Thrift;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrugalTest {
  private static final long MB = 1 << 20;

  @Test
  void besideAScreenItWaitsUntilMuchCameTogether() {
    assertFalse(Thrift.SCREEN.isDue(110 * MB, 50 * MB, Duration.ofHours(3)));
    assertTrue(Thrift.SCREEN.isDue(115 * MB, 50 * MB, Duration.ofMinutes(1)));
  }

  @Test
  void aLargeHeapIsCollectedMoreSeldom() {
    assertFalse(Thrift.SCREEN.isDue(700 * MB, 500 * MB, Duration.ofHours(1)));
    assertTrue(Thrift.SCREEN.isDue(751 * MB, 500 * MB, Duration.ofHours(1)));
  }

  @Test
  void aServiceGivesBackAtOnceAndLooksAgainForWhatWasNeededForAWhile() {
    assertTrue(Thrift.SERVICE.isDue(34 * MB, 30 * MB, Duration.ofSeconds(10)));
    assertFalse(Thrift.SERVICE.isDue(32 * MB, 30 * MB, Duration.ofSeconds(10)));
    assertTrue(Thrift.SERVICE.isDue(29 * MB, 30 * MB, Duration.ofSeconds(40)));
    assertFalse(Thrift.SERVICE.isDue(30 * MB, 30 * MB, Duration.ofSeconds(40)), "nothing came, nothing went");
  }
}
