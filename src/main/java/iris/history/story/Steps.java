package iris.history.story;

import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import iris.alarm.Transition.Moved;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps of an alarm another line tells of already: an announcement, or an act of the same moment. */
record Steps(Set<Step> said) {
  private static final Set<String> ACTED = Set.of("alarm.why.acknowledged", "alarm.why.unacknowledged", "alarm.why.reset");

  /** An alarm at a moment. */
  record Step(AlarmKey alarm, Instant at) {}

  static Steps of(List<Transition> all) {
    Set<Step> said = new HashSet<>();
    for (Transition t : all)
      if (t instanceof Transition.Told told) said.add(new Step(told.announcement().alarm(), told.at()));
    return new Steps(said);
  }

  boolean told(Moved m) {
    return ACTED.contains(m.why().key()) || said.contains(new Step(m.alarm(), m.at()));
  }
}
