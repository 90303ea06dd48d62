package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.agent.AgentConfig.Served;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Severity;
import iris.signal.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JudgingTest {
  /**
   * What a person expects: transactions, failed, slow (of 2 s); checks made, failed, degraded; the agent's own incident
   * and an announced one: none, or its severity and the percent of the window that it lasted; the state.
   */
  private static final String TABLE = """
      1000 0   0   60 0  0  -     -     UP
      1000 10  0   60 0  0  -     -     UP
      1000 11  0   60 0  0  -     -     DEGRADED
      1000 501 0   60 0  0  -     -     DOWN
      1000 0   49  60 0  0  -     -     UP
      1000 0   51  60 0  0  -     -     DEGRADED
      0    0   0   0  0  0  -     -     UNKNOWN
      0    0   0   60 0  0  -     -     UP
      0    0   0   60 60 0  -     -     DOWN
      0    0   0   60 1  0  -     -     UP
      0    0   0   60 4  0  -     -     DEGRADED
      0    0   0   60 31 0  -     -     DOWN
      0    0   0   1  1  0  -     -     DOWN
      0    0   0   60 0  31 -     -     DEGRADED
      1000 0   0   60 60 0  -     -     DEGRADED
      1000 600 0   60 0  0  -     -     DOWN
      3    0   0   60 0  0  -     -     UP
      3    1   0   60 0  0  -     -     UP
      3    2   0   60 0  0  -     -     DOWN
      3    0   1   60 0  0  -     -     UP
      3    0   2   60 0  0  -     -     DEGRADED
      3    0   0   60 60 0  -     -     DOWN
      1    1   0   0  0  0  -     -     UP
      0    0   0   0  0  0  OUT80 -     DOWN
      0    0   0   0  0  0  OUT20 -     DEGRADED
      0    0   0   60 0  0  DEG80 -     DEGRADED
      1000 0   0   60 0  0  OUT80 -     DOWN
      24   0   0   60 54 0  OUT90 -     DOWN
      1000 0   0   60 0  0  OUT20 -     DEGRADED
      1000 0   0   60 60 0  DEG80 -     DEGRADED
      1000 0   0   60 0  0  -     OUT80 DOWN
      1000 0   0   60 0  0  -     OUT20 DEGRADED
      1000 0   0   60 0  0  -     DEG20 DEGRADED
      """;

  @TestFactory
  Stream<DynamicTest> theStateOfAWindowIsWhatAPersonExpects() {
    return TABLE.lines().map(line -> DynamicTest.dynamicTest(line, () -> {
      String[] c = line.split(" +");
      Served served = Scene.served();
      int made = Integer.parseInt(c[3]);
      Instant to = Scene.START.plus(Scene.PERIOD);
      Memory.Frame frame = new Memory.Frame(Scene.START, to, made == 0 ? List.of()
          : List.of(new Memory.Looks("front", made, Integer.parseInt(c[4]), Integer.parseInt(c[5]))));
      List<Memory.Phase> phases = Stream.concat(phase(c[6], false), phase(c[7], true)).toList();
      Tally tally = tally(Integer.parseInt(c[0]), Integer.parseInt(c[1]), Integer.parseInt(c[2]));
      assertEquals(Verdict.valueOf(c[8]), Judging.state(served, frame, tally, phases));
    }));
  }

  private static Stream<Memory.Phase> phase(String said, boolean announced) {
    if (said.equals("-")) return Stream.of();
    Severity severity = said.startsWith("OUT") ? Severity.OUTAGE : Severity.DEGRADED;
    long seconds = Scene.PERIOD.toSeconds() * Integer.parseInt(said.substring(3)) / 100;
    return Stream.of(new Memory.Phase("i", announced, severity, Scene.START, Optional.of(Scene.START.plusSeconds(seconds))));
  }

  private static Tally tally(int total, int failed, int slow) {
    Tally tally = new Tally(Scene.START);
    for (int i = 0; i < total; i++)
      if (i < failed) tally.failed(Origin.UNKNOWN, 100);
      else tally.good(i < failed + slow ? 3000 : 100);
    return tally;
  }
}
