package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A board that looks only at what is due is, step by step, the board that looks at everything: same state, same memory,
 * same transitions in the same order, and it wants to be woken at the same moment.
 */
class LazyTest {
  /** More and longer on request: {@code -Diris.walks=60 -Diris.steps=4000}. */
  private static final int SEEDS = Integer.getInteger("iris.walks", 6);
  private static final int STEPS = Integer.getInteger("iris.steps", 600);

  @TestFactory
  Stream<DynamicTest> theLazyBoardIsTheEagerOneWhateverHappens() {
    return IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> walk(seed)));
  }

  private static void walk(int seed) {
    Lives lives = new Lives(seed);
    Board lazy = Board.first(lives.rules(), lives.now());
    Board eager = lazy;
    for (int i = 0; i < STEPS; i++) {
      int step = i;
      Input input = lives.next(lazy);
      Outcome ours = lazy.after(input, lives.now());
      Outcome whole = eager.eagerlyAfter(input, lives.now());
      if (!whole.equals(ours)) differ(whole, ours, "seed " + seed + " step " + step + " " + input.getClass().getSimpleName());
      lazy = ours.board();
      eager = whole.board();
      assertEquals(woken(eager), lazy.wakeAt(), () -> "wakes at another time in step " + step);
    }
  }

  /** Said part by part, since a whole board fills a screen. */
  private static void differ(Outcome whole, Outcome ours, String where) {
    assertEquals(whole.transitions(), ours.transitions(), where + ", transitions");
    Board a = whole.board();
    Board b = ours.board();
    assertEquals(List.copyOf(a.services().keySet()), List.copyOf(b.services().keySet()), where);
    a.feeds().forEach((k, v) -> assertEquals(v, b.feeds().get(k), where));
    a.services().forEach((k, v) -> assertEquals(v, b.services().get(k), where));
    a.alarms().forEach((k, v) -> assertEquals(v, b.alarms().get(k), where));
    a.memory().feeds().forEach((k, v) -> assertEquals(v, b.memory().feeds().get(k), where));
    a.memory().services().forEach((k, v) -> assertEquals(v, b.memory().services().get(k), where));
    a.memory().alarms().forEach((k, v) -> assertEquals(v, b.memory().alarms().get(k), where));
    assertEquals(a.shift(), b.shift(), where);
    assertEquals(a, b, where);
  }

  /** As it was found by going through everything. */
  private static Optional<java.time.Duration> woken(Board b) {
    return Waking.next(new Board(b.rules(), b.at(), b.feeds(), b.services(), b.alarms(), b.silencedUntil(), b.health(),
        b.signed(), b.shift(), new Memory(new java.util.LinkedHashMap<>(b.memory().feeds()), b.memory().services(),
        b.memory().alarms(), b.memory().checks(), b.memory().silencedUntil(), b.memory().loud(), b.memory().flood(),
        b.memory().restart(), b.memory().swept()), b.rulings(), b.fallbacks()));
  }

  @Test
  void aTickOfAThousandServicesLooksAtNoneThatIsNotDue() {
    Now now = new Now(Scene.START.plusSeconds(10), java.time.Duration.ofHours(1));
    Board board = Scenes.board(1000, 3, now);
    for (int i = 0; i < 3; i++) {
      now = now.plus(java.time.Duration.ofSeconds(2));
      board = board.after(new Input.Tick(), now).board();
    }
    Scope scope = Looking.scope(board, new Input.Tick(), now.plus(java.time.Duration.ofSeconds(2)), false);
    assertTrue(scope.sweeps && !scope.isAll());
    assertEquals(List.of(), new Draft(board, now, scope).feedsWithin());
  }
}
