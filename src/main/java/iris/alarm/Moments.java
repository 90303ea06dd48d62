package iris.alarm;

import iris.alarm.Receipt.Moment;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The time line of what a state rests on: windows, announcements, sights, what was told. */
final class Moments {
  private static final int MOST = 40;
  private static final int WINDOWS = 24;
  private final Board board;
  private final ServiceState s;
  private final List<Transition> log;
  private final List<Moment> all = new ArrayList<>();

  Moments(Board board, ServiceState s, List<Transition> log) {
    this.board = board;
    this.s = s;
    this.log = log;
  }

  List<Moment> all() {
    windows();
    for (Transition t : log) heard(t);
    for (Incident i : s.incidents()) if (unread(i)) announced(i, Optional.empty(), i.open() ? "open" : "closed");
    all.sort(Comparator.comparing(Moment::at).reversed());
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  /** The newest window, and those lately that were not good: a night of good ones says nothing more. */
  private void windows() {
    Rules.ServiceRules rules = board.rules().of(s.key());
    s.windows().descendingMap().values().stream().limit(WINDOWS)
        .filter(j -> j == s.newest().orElseThrow() || j.verdict() != Verdict.UP)
        .forEach(j -> all.add(new Moment(j.window().to(), j.published(),
            Reason.of("alarm.moment.window." + j.verdict(), j.window().from(), j.window().to()),
            Measuring.of(j, rules).stream().findFirst())));
  }

  private void heard(Transition t) {
    if (t.played()) return;
    switch (t) {
      case Transition.Spoken spoken when spoken.service().equals(s.key()) ->
          announced(spoken.incident(), Optional.of(spoken.at()),
              spoken.vanished() ? "vanished" : spoken.incident().open() ? "open" : "closed");
      case Transition.Sight sight when sight.feed().equals(s.feed()) ->
          all.add(new Moment(sight.at(), Optional.of(sight.at()), sight.why(), Optional.empty()));
      case Transition.Told told when about(told.announcement().alarm()) -> all.add(new Moment(told.at(),
          Optional.of(told.at()), Reason.of("alarm.moment.told." + told.announcement().call(),
              "alarm.kind." + told.announcement().alarm().kind()), Optional.of(told.announcement().why())));
      default -> { }
    }
  }

  private boolean about(AlarmKey key) {
    return key.subject().equals(s.key()) && key.kind() != AlarmKey.Kind.CONSOLE_FAULT
        || key.kind() == AlarmKey.Kind.SUPERVISION_LOST && key.subject().equals(s.feed());
  }

  private boolean unread(Incident i) {
    return log.stream().noneMatch(t -> t instanceof Transition.Spoken spoken && spoken.service().equals(s.key())
        && spoken.incident().id().equals(i.id()));
  }

  private void announced(Incident i, Optional<Instant> read, String how) {
    Optional<Instant> claimed = how.equals("closed") ? i.closed().or(i::opened) : i.opened();
    Optional<Instant> at = how.equals("vanished") ? read : claimed.or(() -> read);
    at.ifPresent(when -> all.add(new Moment(when, read, Reason.of("alarm.moment.announced." + how, i.title()),
        Optional.of(Reason.of("alarm.class.told." + i.kind())))));
  }
}
