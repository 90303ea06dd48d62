package iris.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.flow.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PumpTest {
  private final HandDoor door = new HandDoor();
  private final Cell<Integer> cell = new Cell<>(0);
  private final List<Integer> shown = new ArrayList<>();

  @Test
  void theFirstValueIsShownAtOnce() {
    try (Pump<Integer> _ = new Pump<>(cell, door, shown::add)) {
      door.pass(Duration.ZERO);
      assertEquals(List.of(0), shown);
    }
  }

  @Test
  void twentyThousandChangesInThreeSecondsAreThirtyShowingsAndTheLastIsOneOfThem() {
    try (Pump<Integer> _ = new Pump<>(cell, door, shown::add)) {
      for (int i = 1; i <= 20_000; i++) {
        cell.set(i);
        door.pass(Duration.ofNanos(150_000));
      }
      door.pass(Duration.ofSeconds(1));
    }
    assertTrue(shown.size() <= 32, () -> "showings: " + shown.size());
    assertEquals(20_000, shown.getLast());
  }

  @Test
  void nothingRunsWhileNothingChanges() {
    try (Pump<Integer> _ = new Pump<>(cell, door, shown::add)) {
      door.pass(Duration.ofSeconds(1));
      assertEquals(0, door.waiting());
      assertEquals(1, shown.size());
    }
  }

  @Test
  void aChangeAfterARestIsShownAtOnce() {
    try (Pump<Integer> _ = new Pump<>(cell, door, shown::add)) {
      door.pass(Duration.ofSeconds(1));
      cell.set(7);
      door.pass(Duration.ZERO);
      assertEquals(List.of(0, 7), shown);
    }
  }

  @Test
  void aClosedPumpShowsNothingMore() {
    Pump<Integer> pump = new Pump<>(cell, door, shown::add);
    door.pass(Duration.ofSeconds(1));
    pump.close();
    cell.set(7);
    door.pass(Duration.ofSeconds(1));
    assertEquals(List.of(0), shown);
  }

  @Test
  void aShowingThatThrowsDoesNotStopThePump() {
    try (Pump<Integer> _ = new Pump<>(cell, door, value -> {
      shown.add(value);
      if (value == 1) throw new IllegalStateException("this one cannot be shown");
    })) {
      door.pass(Duration.ofSeconds(1));
      cell.set(1);
      try {
        door.pass(Duration.ZERO);
      } catch (IllegalStateException asTheToolkitWouldReport) {
        shown.add(-1);
      }
      door.pass(Duration.ofSeconds(1));
      cell.set(2);
      door.pass(Duration.ofSeconds(1));
    }
    assertEquals(List.of(0, 1, -1, 2), shown);
  }
}
