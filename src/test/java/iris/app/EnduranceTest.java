package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Four and a half hours of fifty services with both windows open, closed and opened three times; {@code Endurance} does a month. */
@Timeout(1_200)
class EnduranceTest {
  private static final int SERVICES = 50;
  private static final Instant START = Instant.parse("2026-10-10T07:00:00Z");

  @TempDir(cleanup = CleanupMode.NEVER) Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void nothingIsLostAndNobodyHoldsWhatIsClosed() throws Exception {
    Month month = new Month(folder, SERVICES, START, Duration.ofDays(5));
    try (month) {
      month.go(30);
      month.again();
      month.go(12);
      month.again();
      month.go(12);
      assertTrue(month.life().showsTheTime(), "the clock on the wall is not what time it is");
      assertEquals(Map.of(), month.life().ill());
      assertEquals(3, month.restarts());
    }
    long windows = Duration.between(START, month.time()).dividedBy(Town.PERIOD) - 1;
    assertEquals(new Month.Held(windows * SERVICES, month.revisions()), month.held(START, month.time().minus(Town.PERIOD)));
    Month.Told told = month.told(month.time());
    assertEquals(List.of(), told.lost());
    assertTrue(told.made() > 5, () -> "too calm to prove anything: " + told);
    assertNobodyHolds(month.gone());
    assertNobodyHolds(month.boards());
  }

  /** What was closed last may be held by the toolkit until another window has the focus: it opens one, as life does. */
  private static void assertNobodyHolds(List<WeakReference<Object>> references) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    List<Object> held = Body.held(references);
    while (!held.isEmpty() && System.nanoTime() < end) {
      held = List.of();
      System.gc();
      Life.fx(() -> null);
      held = Body.held(references);
    }
    assertEquals(List.of(), held);
  }
}
