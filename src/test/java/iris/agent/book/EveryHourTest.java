package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.agent.book.Hour.Fault;
import iris.signal.IncidentStep;
import iris.signal.IncidentStep.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every hour of a day with its share of the traffic, services of every size, every kind of fault: one incident, of the
 * right severity from its first word, in time, and closed once.
 */
class EveryHourTest {
  /** Share of the rush hour's traffic at each hour, as a service for professionals has it. */
  private static final double[] DAY = {.03, .02, .02, .02, .03, .05, .12, .3, .62, .88, 1, .95, .55, .5, .85, .97, .92, .75,
      .48, .28, .18, .12, .08, .05};
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T23:00:00Z");
  /** A share that is seen by transactions alone takes as many as make a share. */
  private static final double MANY = 5;

  @TestFactory
  Stream<DynamicTest> oneIncidentOfTheRightSeverityInTimeAndClosedOnce() {
    return Stream.of(Fault.values()).flatMap(fault -> DoubleStream.of(0.01, 0.05, 0.2, 1, 5, 20, 50).boxed().map(peak ->
        DynamicTest.dynamicTest(fault + " at " + peak + "/s", () -> {
          List<String> wrong = new ArrayList<>();
          for (int hour = 0; hour < DAY.length; hour++) {
            double rate = Math.max(0.01, peak * DAY[hour]);
            Hour lived = new Hour(fault, MIDNIGHT.plusSeconds(3600L * hour + 137L * hour), rate,
                31L * hour + Math.round(peak * 100) + Long.getLong("iris.seed", 0));
            String said = judge(lived, fault, rate);
            if (!said.isEmpty()) wrong.add("at " + hour + " h, " + rate + "/s: " + said + told(lived));
          }
          assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        })));
  }

  private static String told(Hour lived) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lived.steps.size(); i++) {
      IncidentStep s = lived.steps.get(i);
      all.append("\n    ").append(lived.said.get(i)).append(" ms ").append(s.state()).append(' ').append(s.severity())
          .append(' ').append(s.origin());
    }
    return all.toString();
  }

  /** What is wrong; empty: nothing. */
  private static String judge(Hour lived, Fault fault, double rate) {
    List<IncidentStep> steps = lived.steps;
    // A check that is the only one who speaks, or nearly, is believed.
    if (fault == Fault.CHECK_ALONE && rate < MANY) return steps.size() < 2 ? "not opened and closed" : "";
    if (fault == Fault.ERRORS && rate < MANY) return steps.stream().anyMatch(s -> s.severity() != fault.severity) ? "another severity" : "";
    if (steps.isEmpty()) return "nothing said";
    if (steps.stream().filter(s -> s.state() == State.OPEN).count() != 1) return "not one incident";
    if (steps.stream().filter(s -> s.state() == State.CLOSED).count() != 1) return "not closed once";
    if (steps.getLast().state() != State.CLOSED) return "not closed last";
    if (steps.stream().anyMatch(s -> s.severity() != fault.severity)) return "another severity";
    if (steps.getLast().origin() != fault.origin) return "by another's fault";
    long opened = lived.said.getFirst();
    long promised = fault.severity == iris.signal.Severity.OUTAGE ? 10_000 : 30_000;
    if (opened < 0) return "before the fault";
    if (opened > promised) return "opened after " + opened + " ms";
    long closed = lived.said.getLast() - Hour.LASTS;
    if (closed < 0) return "closed before it was over";
    return closed > 120_000 ? "closed " + closed + " ms after it was over" : "";
  }
}
