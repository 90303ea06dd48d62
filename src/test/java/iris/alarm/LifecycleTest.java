package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Steps.Event;
import iris.alarm.Steps.Rule;
import iris.alarm.Steps.Say;
import iris.alarm.Steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Section 4 cell by cell: n_on = n_off = 2, not latched unless the row is about latching; "-" is ignored. */
class LifecycleTest {
  private static final Event[] COLUMNS = {
    Event.BAD, Event.GOOD, Event.UNKNOWN, Event.WORSE, Event.ACK, Event.UNACK, Event.RESET, Event.REALARM
  };
  private static final String TABLE =
      """
      NORMAL/0            | PENDING/1 | = | = | PENDING/1 | - | - | - | -
      PENDING/1           | UNACKED/0 RAISE | NORMAL/0 FLEETING | = | UNACKED/0 RAISE | - | - | - | -
      UNACKED/0           | = | CLEARING_UNACKED/1 | = | UNACKED/0 ESCALATE | ACKED/0 | - | - | UNACKED/0 REPEAT
      ACKED/0             | = | CLEARING_ACKED/1 | = | UNACKED/0 ESCALATE | = | UNACKED/0 | - | UNACKED/0 REPEAT
      CLEARING_UNACKED/1  | UNACKED/0 | RETURNED_UNACKED/0 CLEAR | = | UNACKED/0 ESCALATE | CLEARING_ACKED/1 | - | - | -
      CLEARING_ACKED/1    | ACKED/0 | NORMAL/0 CLEAR | = | UNACKED/0 ESCALATE | = | CLEARING_UNACKED/1 | - | -
      RETURNED_UNACKED/0  | UNACKED/0 RAISE | = | = | UNACKED/0 RAISE | NORMAL/0 | - | - | -
      LATCHED_UNACKED/0   | UNACKED/0 RAISE | = | = | UNACKED/0 RAISE | LATCHED_ACKED/0 | - | - | LATCHED_UNACKED/0 REPEAT
      LATCHED_ACKED/0     | UNACKED/0 RAISE | = | = | UNACKED/0 RAISE | = | LATCHED_UNACKED/0 | NORMAL/0 | LATCHED_ACKED/0 REPEAT
      """;

  @TestFactory
  Stream<DynamicTest> everyCellIsAsTheTableSays() {
    List<DynamicTest> tests = new ArrayList<>();
    TABLE.lines().forEach(line -> {
      String[] cells = line.split("\\|");
      for (int i = 0; i < COLUMNS.length; i++) {
        Step from = parse(cells[0].trim(), null);
        Step expected = parse(cells[i + 1].trim(), from);
        Event event = COLUMNS[i];
        tests.add(DynamicTest.dynamicTest(from.to() + " " + event, () ->
            assertEquals(expected, Steps.step(from.to(), from.count(), event, new Rule(2, 2, false)))));
      }
    });
    return tests.stream();
  }

  private static Step parse(String cell, Step from) {
    if (cell.equals("=")) return new Step(from.to(), from.count(), Say.NOTHING);
    if (cell.equals("-")) return new Step(from.to(), from.count(), Say.IGNORED);
    String[] words = cell.split("[/ ]");
    return new Step(Lifecycle.valueOf(words[0]), Integer.parseInt(words[1]),
        words.length > 2 ? Say.valueOf(words[2]) : Say.NOTHING);
  }

  @Test
  void withOneGoodWindowToClearTheClearingStatesAreSkippedAndALatchedAlarmStays() {
    assertEquals(new Step(Lifecycle.RETURNED_UNACKED, 0, Say.CLEAR),
        Steps.step(Lifecycle.UNACKED, 0, Event.GOOD, new Rule(1, 1, false)));
    assertEquals(new Step(Lifecycle.LATCHED_ACKED, 0, Say.CLEAR),
        Steps.step(Lifecycle.ACKED, 0, Event.GOOD, new Rule(1, 1, true)));
    assertEquals(new Step(Lifecycle.UNACKED, 0, Say.RAISE), Steps.step(Lifecycle.NORMAL, 0, Event.BAD, new Rule(1, 1, true)));
  }

  @Test
  void acknowledgedThenGoodAndGoodThenAcknowledgedEndAlikeWhateverTheCounts() {
    for (boolean latched : new boolean[] {false, true})
      for (int off = 1; off <= 4; off++)
        for (int ackAfter = 0; ackAfter <= off; ackAfter++)
          assertEquals(end(new Rule(1, off, latched), 0), end(new Rule(1, off, latched), ackAfter));
  }

  private static Lifecycle end(Rule rule, int ackAfter) {
    Step s = new Step(Lifecycle.UNACKED, 0, Say.NOTHING);
    for (int i = 0; i <= rule.off(); i++) {
      if (i == ackAfter) s = Steps.step(s.to(), s.count(), Event.ACK, rule);
      if (i < rule.off()) s = Steps.step(s.to(), s.count(), Event.GOOD, rule);
    }
    return s.to();
  }
}
