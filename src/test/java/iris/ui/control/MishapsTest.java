package iris.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MishapsTest {
  private final Thread screen = Thread.currentThread();
  private final Thread.UncaughtExceptionHandler before = screen.getUncaughtExceptionHandler();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void asItWas() {
    screen.setUncaughtExceptionHandler(before);
  }

  private Mishaps window(String name) {
    return new Mishaps(fault -> heard.add(name));
  }

  private void mishap() {
    screen.getUncaughtExceptionHandler().uncaughtException(screen, new IllegalStateException());
  }

  @Test
  void theNewestWindowThatStandsHears() {
    Mishaps wall = window("wall");
    Mishaps desk = window("desk");
    mishap();
    desk.close();
    mishap();
    wall.close();
    assertEquals(List.of("desk", "wall"), heard);
    assertSame(before, screen.getUncaughtExceptionHandler());
  }

  @Test
  void aWindowThatIsClosedUnderANewerOneNeverHearsAgain() {
    Mishaps old = window("old");
    Mishaps wall = window("wall");
    old.close();
    Mishaps desk = window("desk");
    wall.close();
    mishap();
    desk.close();
    assertEquals(List.of("desk"), heard);
    assertSame(before, screen.getUncaughtExceptionHandler());
  }
}
