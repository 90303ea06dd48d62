package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The toast stage: one bubble for all the news of a turn, in the place of what it makes obsolete. */
final class Toasting {
  private static final int AT_ONCE = 3;

  private Toasting() {}

  /** Key of the bubble that will speak of {@code news}, most urgent first. */
  static String bubble(Memory before, List<Told> news) {
    if (before.flood()) return "flood";
    List<AlarmKey> keys = news.stream().map(t -> t.announcement().alarm()).toList();
    Optional<String> had = keys.stream().map(before.standing()::get).filter(s -> s != null)
        .flatMap(s -> s.bubble().stream()).findFirst();
    String own = Calls.bubble(keys.getFirst());
    boolean oneSubject = keys.stream().map(Calls::bubble).distinct().count() == 1;
    return had.orElse(oneSubject ? own : "group:" + own);
  }

  /**
   * What the bubble says.
   *
   * @param after the memory in which the news already stands in its bubble
   * @param burst whether alarms of the seconds before share the bubble: they are its rest, since they were told
   */
  static Notice notice(String key, Memory after, List<Told> news, boolean burst, boolean reminder, Board board) {
    Set<AlarmKey> spoken = news.stream().map(t -> t.announcement().alarm()).collect(Collectors.toSet());
    List<Told> rest = after.standing().entrySet().stream()
        .filter(e -> e.getValue().bubble().equals(Optional.of(key)) && !spoken.contains(e.getKey()))
        .map(e -> e.getValue().told()).sorted(Calls.MOST_URGENT_FIRST).toList();
    boolean critical = after.standing().entrySet().stream()
        .filter(e -> e.getValue().bubble().equals(Optional.of(key)))
        .anyMatch(e -> e.getValue().ringing() && Calls.priority(board, e.getValue().told()) != Priority.P3);
    Notice.Form form = news.size() > AT_ONCE ? Notice.Form.SUMMARY
        : burst || after.flood() ? Notice.Form.FLOOD : reminder ? Notice.Form.REMINDER : Notice.Form.PLAIN;
    Optional<AlarmKey> acknowledges = news.size() == 1 && rest.isEmpty()
        ? spoken.stream().filter(k -> Calls.unacked(board, k)).findFirst() : Optional.empty();
    return new Notice(key, form, news, rest, critical, acknowledges);
  }

  /** Keys of the toasts that have to stay: an inhibited alarm keeps none on the screen. */
  static Set<String> inUse(Map<AlarmKey, Standing> standing, Board board) {
    return standing.entrySet().stream().filter(e -> !Calls.inhibited(board, e.getKey()))
        .flatMap(e -> e.getValue().bubble().stream()).collect(Collectors.toSet());
  }
}
