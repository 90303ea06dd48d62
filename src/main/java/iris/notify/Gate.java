package iris.notify;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Suppression;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first stages: may this announcement be told at all? Each answers with the reason to withhold it, or with none. */
final class Gate {
  /** A reminder of the board within this time of ours is the same reminder. */
  private static final Duration SAME_REMINDER = Duration.ofSeconds(60);

  private Gate() {}

  static Optional<Reason> withheld(Told told, Memory memory, Board board, Duration now) {
    return alreadyTold(told, memory)
        .or(() -> suppressed(told, memory, board))
        .or(() -> justShown(told, memory, now));
  }

  /** The same announcement once more, or the same call while its opposite was not told in between. */
  private static Optional<Reason> alreadyTold(Told told, Memory memory) {
    Announcement a = told.announcement();
    List<Told> before = memory.told(a.episode());
    boolean again = before.stream().anyMatch(b -> same(b, told) && b.at().equals(told.at()));
    if (!again) again = switch (a.call()) {
      case RAISE, ESCALATE, CLEAR -> sinceTurn(before, a.call()).stream().anyMatch(b -> same(b, told));
      case RESTORED -> memory.restored().contains(a.episode());
      case REPEAT, RESUME, FLAP_START, FLAP_STOP, SHELF_OVER, ANEW -> false;
    };
    return again ? Optional.of(Reason.of("notify.withheld.told")) : Optional.empty();
  }

  private static boolean same(Told one, Told other) {
    Announcement a = one.announcement();
    Announcement b = other.announcement();
    return a.call() == b.call() && a.alarm().equals(b.alarm()) && a.priority() == b.priority();
  }

  /**
   * What was told since the alarm last turned the other way. An episode is named after a window: within the same five
   * minutes an alarm can end and begin again under one name, and the second beginning is news.
   */
  private static List<Told> sinceTurn(List<Told> before, Call call) {
    int from = 0;
    for (int i = 0; i < before.size(); i++) {
      Call then = before.get(i).announcement().call();
      boolean turned = call == Call.CLEAR ? Calls.opens(then) : then == Call.CLEAR;
      if (turned) from = i + 1;
    }
    return before.subList(from, before.size());
  }

  /**
   * The board says whether; here is only said why. It alone may decide: it owes a word for what it suppressed, and not
   * for what somebody else swallowed.
   */
  private static Optional<Reason> suppressed(Told told, Memory memory, Board board) {
    Announcement a = told.announcement();
    if (!a.suppressed()) return Optional.empty();
    if (Calls.over(a) && memory.told(a.episode()).stream().noneMatch(b -> Calls.opens(b.announcement().call())))
      return Optional.of(Reason.of("notify.withheld.never-told"));
    String why = Calls.alarm(board, a.alarm()).flatMap(Alarm::suppression).map(Suppression::kind)
        .map(kind -> switch (kind) {
          case SHELVED -> "notify.withheld.shelved";
          case MAINTENANCE -> "notify.withheld.maintenance";
          case OUT_OF_SERVICE -> "notify.withheld.out-of-service";
        })
        .orElse(Calls.inhibited(board, a.alarm()) ? "notify.withheld.inhibited" : "notify.withheld.suppressed");
    return Optional.of(Reason.of(why));
  }

  private static Optional<Reason> justShown(Told told, Memory memory, Duration now) {
    if (told.announcement().call() != Call.REPEAT) return Optional.empty();
    Standing standing = memory.standing().get(told.announcement().alarm());
    boolean recent = standing != null && standing.bubble().isPresent()
        && now.minus(standing.shown()).compareTo(SAME_REMINDER) < 0;
    return recent ? Optional.of(Reason.of("notify.withheld.just-shown")) : Optional.empty();
  }
}
