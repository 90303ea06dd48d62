package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import iris.agent.book.Fault.Lines;
import iris.agent.book.Fault.Voice;
import iris.signal.Origin;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FaultTest {
  /** provider's checks, external party's checks, lines: whose fault, how sure. */
  private static final String TABLE = """
      FAILED WELL   NONE           PROVIDER CERTAIN
      FAILED WELL   BLAME_PROVIDER PROVIDER CERTAIN
      FAILED WELL   BLAME_EXTERNAL PROVIDER PROBABLE
      FAILED WELL   BLAME_NOBODY   PROVIDER CERTAIN
      FAILED WELL   WELL           PROVIDER PROBABLE
      FAILED NONE   NONE           PROVIDER PROBABLE
      FAILED NONE   BLAME_PROVIDER PROVIDER CERTAIN
      FAILED NONE   BLAME_EXTERNAL EXTERNAL PROBABLE
      FAILED NONE   BLAME_NOBODY   PROVIDER PROBABLE
      FAILED NONE   WELL           PROVIDER PROBABLE
      FAILED FAILED NONE           EXTERNAL PROBABLE
      FAILED FAILED BLAME_PROVIDER EXTERNAL PROBABLE
      FAILED FAILED BLAME_EXTERNAL EXTERNAL CERTAIN
      FAILED FAILED BLAME_NOBODY   EXTERNAL PROBABLE
      FAILED FAILED WELL           NETWORK  PROBABLE
      WELL   FAILED NONE           EXTERNAL CERTAIN
      WELL   FAILED BLAME_PROVIDER EXTERNAL PROBABLE
      WELL   FAILED BLAME_EXTERNAL EXTERNAL CERTAIN
      WELL   FAILED BLAME_NOBODY   EXTERNAL CERTAIN
      WELL   FAILED WELL           EXTERNAL PROBABLE
      NONE   FAILED NONE           EXTERNAL CERTAIN
      NONE   FAILED BLAME_PROVIDER EXTERNAL PROBABLE
      NONE   FAILED BLAME_EXTERNAL EXTERNAL CERTAIN
      NONE   FAILED BLAME_NOBODY   EXTERNAL CERTAIN
      NONE   FAILED WELL           EXTERNAL PROBABLE
      WELL   WELL   NONE           UNKNOWN  UNCLEAR
      WELL   WELL   BLAME_PROVIDER PROVIDER CERTAIN
      WELL   WELL   BLAME_EXTERNAL EXTERNAL PROBABLE
      WELL   WELL   BLAME_NOBODY   PROVIDER PROBABLE
      WELL   WELL   WELL           UNKNOWN  UNCLEAR
      WELL   NONE   NONE           UNKNOWN  UNCLEAR
      WELL   NONE   BLAME_PROVIDER PROVIDER CERTAIN
      WELL   NONE   BLAME_EXTERNAL EXTERNAL CERTAIN
      WELL   NONE   BLAME_NOBODY   UNKNOWN  UNCLEAR
      WELL   NONE   WELL           UNKNOWN  UNCLEAR
      NONE   WELL   NONE           UNKNOWN  UNCLEAR
      NONE   WELL   BLAME_PROVIDER PROVIDER CERTAIN
      NONE   WELL   BLAME_EXTERNAL EXTERNAL PROBABLE
      NONE   WELL   BLAME_NOBODY   PROVIDER PROBABLE
      NONE   WELL   WELL           UNKNOWN  UNCLEAR
      NONE   NONE   NONE           UNKNOWN  UNCLEAR
      NONE   NONE   BLAME_PROVIDER PROVIDER CERTAIN
      NONE   NONE   BLAME_EXTERNAL EXTERNAL CERTAIN
      NONE   NONE   BLAME_NOBODY   UNKNOWN  UNCLEAR
      NONE   NONE   WELL           UNKNOWN  UNCLEAR
      """;

  @TestFactory
  Stream<DynamicTest> theVerdictIsWhatTheTableSays() {
    return TABLE.lines().map(line -> DynamicTest.dynamicTest(line, () -> {
      String[] c = line.split(" +");
      Fault fault = Fault.judge(Voice.valueOf(c[0]), Voice.valueOf(c[1]), Lines.valueOf(c[2]), true);
      assertEquals(c[3] + " " + c[4], fault.origin() + " " + fault.sure());
    }));
  }

  @Test
  void theTableIsWhole() {
    assertEquals(Voice.values().length * Voice.values().length * Lines.values().length, TABLE.lines().distinct().count());
  }

  @Test
  void aServiceWithoutExternalPartyIsNeverFailedByOne() {
    for (Voice provider : Voice.values())
      for (Lines lines : Lines.values())
        if (lines != Lines.BLAME_EXTERNAL)
          assertNotEquals(Origin.EXTERNAL, Fault.judge(provider, Voice.NONE, lines, false).origin());
    assertEquals(new Fault(Origin.PROVIDER, Cause.Sure.CERTAIN), Fault.judge(Voice.FAILED, Voice.NONE, Lines.NONE, false));
  }
}
