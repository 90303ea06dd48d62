package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import iris.signal.Contact;
import iris.signal.Report;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * What one input costs does not grow with the number of services: counted in bytes that the thread asks for, which no
 * other process and no clock changes.
 */
class ProportionTest {
  private static final int FEW = 400;
  private static final int MANY = 4_000;
  private static final int INPUTS = 40;
  /** Ten times as many services may cost this much more: a tree is deeper, a list of parts longer. */
  private static final double GENEROUS = 3;

  private static Now now() {
    return new Now(Instant.parse("2026-11-22T06:00:10Z"), Duration.ofHours(1));
  }

  /** As many services, and some feeds that have not answered yet. */
  private static Board board(int services) {
    Board board = Board.first(Scenes.rules(services + 4 * INPUTS), now());
    for (int i = 0; i < services; i++) board = board.after(heard(i, false), now()).board();
    for (int i = 1; i < 4; i++) board = board.after(new Input.Tick(), now().plus(Duration.ofSeconds(2 * i))).board();
    return board;
  }

  private static Input heard(int i, boolean down) {
    return new Input.Heard(Scenes.document(i, now(), 3, _ -> down, List.of()));
  }

  private static long bytes(Board first, IntFunction<Input> input) {
    ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Board board = first;
    long sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      Input next = input.apply(i);
      long before = bean.getCurrentThreadAllocatedBytes();
      board = board.after(next, first.at().plus(Duration.ofMillis(5L * i))).board();
      sum += bean.getCurrentThreadAllocatedBytes() - before;
    }
    return sum / INPUTS;
  }

  private static void proportionate(String what, IntFunction<IntFunction<Input>> inputs) {
    Board few = board(FEW);
    Board many = board(MANY);
    bytes(few, inputs.apply(FEW));
    long little = bytes(few, inputs.apply(FEW));
    long more = bytes(many, inputs.apply(MANY));
    assertTrue(more < little * GENEROUS, () -> what + ": " + little + " bytes of " + FEW + " services, " + more + " of " + MANY);
  }

  @Test
  void aServiceThatIsNewCostsNoLookAtTheOthers() {
    proportionate("a new service", services -> i -> heard(services + i, false));
  }

  @Test
  void anAlarmThatComesCostsNoLookAtTheOthers() {
    proportionate("a new service that is down", services -> i -> heard(services + i, true));
  }

  @Test
  void anAlarmThatComesOrStandsOnCostsNoLookAtThousandsThatStand() {
    held("an alarm while others stand", ProportionTest::whileAllStand);
  }

  /** @param bytes of one step among so many services; the first time does not count */
  private static void held(String what, IntToLongFunction bytes) {
    long little = Math.min(bytes.applyAsLong(FEW), bytes.applyAsLong(FEW));
    long more = bytes.applyAsLong(MANY);
    assertTrue(more < little * GENEROUS, () -> what + ": " + little + " bytes of " + FEW + " services, " + more + " of " + MANY);
  }

  private static long whileAllStand(int services) {
    Board board = Board.first(Scenes.rules(services + 4 * INPUTS), now());
    for (int i = 0; i < services; i++) board = board.after(heard(i, true), now()).board();
    for (int i = 1; i < 4; i++) board = board.after(new Input.Tick(), now().plus(Duration.ofSeconds(2 * i))).board();
    assertTrue(board.shift().spells().size() >= services);
    return bytes(board, i -> heard(services + i, true));
  }

  @Test
  void aPollThatFindsNothingNewCostsNoLookAtTheOthers() {
    proportionate("the same document", _ -> i -> new Input.Heard(new Report.Unchanged(Scenes.feed(7 * i), Contact.NOTHING_KNOWN)));
  }

  @Test
  void afterAStartAnAnswerCostsNoLookAtThoseThatAreAwaited() {
    held("an answer after a start", ProportionTest::answers);
  }

  private static long answers(int services) {
    Board board = board(services);
    Now at = board.at().plus(Duration.ofSeconds(20));
    Board restarted = board.after(new Input.Restarted(board.at().wall()), at).board();
    for (int i = 0; i < 3; i++)
      restarted = restarted.after(answer(i), at.plus(Duration.ofMillis(1_100L * (i + 1)))).board();
    return bytes(restarted, i -> answer(10 + i));
  }

  private static Input answer(int i) {
    return new Input.Heard(new Report.Unchanged(Scenes.feed(i), Contact.NOTHING_KNOWN));
  }
}
