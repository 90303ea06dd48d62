package iris.ui.setup;

import iris.alarm.Judged;
import iris.alarm.Rules;
import iris.signal.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many windows would have been what.
 *
 * @param windows all that were measured
 */
record DayCount(int windows, int degraded, int down) {
  static DayCount of(Collection<Judged> day, Rules.ServiceRules rules) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    day.forEach(j -> counts.merge(rules.verdict(j.window()), 1, Integer::sum));
    return new DayCount(day.size(), counts.getOrDefault(Verdict.DEGRADED, 0), counts.getOrDefault(Verdict.DOWN, 0));
  }
}
