package iris.alarm;

import iris.alarm.Dues.Due;
import iris.signal.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which feeds a step looks at. What did not change when it was looked at changes again only when it is heard, when
 * somebody acts, or at a moment that can be foreseen: so a tick leaves nearly all of a thousand feeds alone, and comes
 * to the same board as one that went through all of them.
 */
final class Looking {
  /** How old other feeds' ages may be while one feed is heard: no poll of fifty feeds costs fifty looks at all of them. */
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final int MANY = 200;

  private Looking() {}

  /** @param eager looks at everything whenever it looks at more than one feed */
  static Scope scope(Board board, Input input, Now now, boolean eager) {
    Duration since = now.mono().minus(board.memory().swept());
    boolean recent = !since.isNegative() && since.compareTo(SWEEP) < 0
        && Duration.between(board.at().wall(), now.wall()).abs().compareTo(SWEEP) < 0;
    String heard = heard(input);
    if (recent && heard != null) return Scope.of(heard);
    Agenda agenda = Agenda.kept(board).orElse(null);
    String touched = touched(board, input);
    if (eager || agenda == null || agenda.unsettled() || touched == null && whole(input) || now.wall().isBefore(board.at().wall()))
      return Scope.everything();
    Scope due = new Scope(true, false);
    if (heard != null) due.add(heard);
    if (touched != null) due.add(touched);
    Roll<String, FeedState> feeds = Roll.of(board.feeds());
    agenda.dues().reached(Foreseeing.nanos(now.mono()), Foreseeing.nanos(now.wall()))
        .forEach(place -> due.add(feeds.keys().get(place)));
    return due;
  }

  /** The feed that is all that this input is about. */
  private static @Nullable String heard(Input input) {
    if (!(input instanceof Input.Heard(Report report))) return null;
    return switch (report) {
      case Report.Published _, Report.Unchanged _, Report.Unreached _, Report.Unreadable _ -> report.source();
      case Report.Checked _, Report.Health _, Report.Switching _, Report.FallbackSeen _, Report.Customary _ -> null;
    };
  }

  /** The feed of the alarm that is all that this act is about: a thousand are acknowledged with one key. */
  private static @Nullable String touched(Board board, Input input) {
    if (!(input instanceof Input.Did(Act act))) return null;
    AlarmKey key = switch (act) {
      case Act.Acknowledge a -> a.alarm();
      case Act.Unacknowledge a -> a.alarm();
      case Act.Comment c -> c.alarm();
      default -> null;
    };
    if (key == null || !Agenda.OF_SERVICE.contains(key.kind())) return null;
    ServiceState service = board.services().get(key.subject());
    return service == null ? null : service.feed();
  }

  /** What people do otherwise and what the configuration says may bear on anything. */
  private static boolean whole(Input input) {
    return switch (input) {
      case Input.Did _, Input.Reconfigured _, Input.Restarted _ -> true;
      case Input.Heard _, Input.Answered _, Input.Tick _ -> false;
    };
  }

  /**
   * Those of these alarms whose feed is looked at, or is to be again. Where there are many it is made of the few feeds of
   * which that is true: in a storm there is an alarm for each of ten thousand.
   */
  static List<AlarmKey> moved(Draft d, Agenda agenda, Set<AlarmKey> asked) {
    if (asked.size() <= MANY)
      return asked.stream()
          .filter(key -> d.feedNamed(key).filter(id -> d.within(id) || restless(d, agenda, id)).isPresent()).toList();
    Set<String> ids = new HashSet<>(d.scope.ids(d.feeds));
    for (int place : agenda.dues().atOnce()) ids.add(d.feeds.at(place));
    return ids.stream().filter(d.feeds::containsKey).flatMap(d::alarmKeys).filter(asked::contains).distinct().toList();
  }

  private static boolean restless(Draft d, Agenda agenda, String feed) {
    int place = d.feeds.place(feed);
    return place < 0 || agenda.dues().at(place).isAtOnce();
  }

  /** When the feeds must be looked at again, of those whose moments may be others than before this step. */
  static Map<String, Due> dues(Draft d, Agenda agenda, Set<String> changed) {
    Set<String> touched = new HashSet<>(d.scope.ids(d.feeds));
    touched.addAll(changed);
    Map<String, Due> dues = HashMap.newHashMap(touched.size());
    for (String id : touched) {
      FeedDraft f = d.feeds.get(id);
      if (f == null) continue;
      Due due = Foreseeing.of(d, f);
      dues.put(id, changed.contains(id) ? due.atOnce() : due);
    }
    return dues;
  }
}
