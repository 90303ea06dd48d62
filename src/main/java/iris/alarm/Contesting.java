package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.signal.Reason;
import java.util.List;
import java.util.Optional;

/** Who contests a verdict, and until when that is said. */
final class Contesting {
  private static final List<Kind> OF_SERVICE =
      List.of(Kind.OUTAGE, Kind.DEGRADED, Kind.SERVICE_SILENT, Kind.TO_CLASSIFY);

  private Contesting() {}

  static Optional<Reason> contest(Draft d, ServiceDraft s, Act.Contest c) {
    if (c.reason().isBlank()) return Optional.of(Reason.of("alarm.refused.no-reason"));
    if (!stands(d, s)) return Optional.of(Reason.of("alarm.refused.nothing-to-contest"));
    if (c.fault() == s.origin.fault()) return Optional.of(Reason.of("alarm.refused.same-verdict"));
    s.contest = Optional.of(new Contest(d.wall(), c.author(), Operating.cut(c.reason()), c.fault(), s.origin));
    return Optional.empty();
  }

  static Optional<Reason> uncontest(ServiceDraft s) {
    if (s.contest.isEmpty()) return Optional.of(Reason.of("alarm.refused.not-contested"));
    s.contest = Optional.empty();
    return Optional.empty();
  }

  /** Over with its episode, and only on proof: a feed that is not fresh proves nothing. */
  static void pass(Draft d, ServiceDraft s) {
    if (s.contest.isEmpty() || stands(d, s)) return;
    FeedDraft f = d.feeds.get(s.feed);
    if (f == null || f.supervision != Supervision.FRESH) return;
    d.note(s.key, "alarm.note.contest-over", s.contest.get().author());
    s.contest = Optional.empty();
  }

  /** Something goes on that somebody is at fault for. */
  private static boolean stands(Draft d, ServiceDraft s) {
    return s.origin.fault() != OriginVerdict.Fault.NORMAL || d.active(Kind.SUPERVISION_LOST, s.feed)
        || OF_SERVICE.stream().anyMatch(kind -> d.active(kind, s.key));
  }
}
