package iris.relay.post;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands on the board against what was told: what a transition did not say (a fault that moved to another, an
 * alarm that was given up, a target that was not there yet, a journal that lost an entry) is told now. Never an end out
 * of ignorance: that nothing is known of a service any more does not mean that it is well.
 *
 * <p>Of a board that follows the one that was looked at before, only alarms are looked at on which something is another.
 */
final class Mending {
  private Mending() {}

  static void mend(Telling t) {
    Instant at = t.board.at().wall();
    Set<AlarmKey> asked = asked(t);
    Set<String> told = new LinkedHashSet<>(t.told.lingering());
    for (AlarmKey key : asked) told.addAll(t.told.of(key));
    List<String> lingering = new ArrayList<>();
    for (String episode : told) {
      Told.Standing known = t.told.episodes().get(episode);
      if (known == null || stands(t.board, known.alarm(), episode)) continue;
      over(t, at, episode, known);
      if (t.told.episodes().containsKey(episode)) lingering.add(episode);
    }
    for (AlarmKey key : asked) active(t.board, key).ifPresent(a -> standing(t, at, a));
    t.told = t.told.seen(t.board, lingering);
  }

  /** Alarms of which something may be owed: all of them where the board that was looked at before is not known. */
  private static Set<AlarmKey> asked(Telling t) {
    Board board = t.board;
    Set<AlarmKey> asked = new LinkedHashSet<>();
    Optional<Board> before = t.told.seen().filter(b -> b.rules() == board.rules());
    if (before.isEmpty()) {
      t.told.episodes().values().forEach(known -> asked.add(known.alarm()));
      asked.addAll(board.alarms().keySet());
      return asked;
    }
    Board.Since since = board.since(before.get());
    for (AlarmKey key : since.alarms()) {
      asked.add(key);
      // It says nothing more while the same service is out.
      if (key.kind() == AlarmKey.Kind.OUTAGE) asked.add(new AlarmKey(AlarmKey.Kind.DEGRADED, key.subject()));
    }
    for (String service : since.services()) for (AlarmKey.Kind kind : Levels.OF_SERVICE) asked.add(new AlarmKey(kind, service));
    for (String feed : since.feeds()) for (AlarmKey.Kind kind : Levels.OF_FEED) asked.add(new AlarmKey(kind, feed));
    return asked;
  }

  private static Optional<Alarm> active(Board board, AlarmKey key) {
    return Optional.ofNullable(board.alarms().get(key))
        .filter(a -> a.state().active() && key.kind() != AlarmKey.Kind.EXERCISE && a.episode().isPresent());
  }

  private static boolean stands(Board board, AlarmKey key, String episode) {
    return active(board, key).flatMap(Alarm::episode).filter(episode::equals).isPresent();
  }

  private static void standing(Telling t, Instant at, Alarm a) {
    String episode = a.episode().orElseThrow();
    Told.Standing known = t.told.episodes().get(episode);
    if (known == null) owed(t, at, a);
    else origin(t, at, episode, known);
  }

  private static void over(Telling t, Instant at, String episode, Told.Standing known) {
    if (!Signals.watched(t.board, known.signal()) && fed(known.alarm().kind())) {
      t.change(at, episode, known, "unwatched", Reason.of("relay.why.unwatched"));
    } else if (Levels.seen(t.board, known.signal()) || !fed(known.alarm().kind())) {
      t.end(at, episode, Optional.empty(), Reason.of("relay.why.over"));
    }
  }

  /** Fallbacks and faults of IRIS are known here, whatever the feed does. */
  private static boolean fed(AlarmKey.Kind kind) {
    return switch (kind) {
      case OUTAGE, DEGRADED, SERVICE_SILENT, SUPERVISION_LOST, TO_CLASSIFY -> true;
      case FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> false;
    };
  }

  private static void owed(Telling t, Instant at, Alarm a) {
    if (a.suppression().isEmpty() && !Levels.behindOutage(t.board, a)) t.begin(at, a);
  }

  private static void origin(Telling t, Instant at, String episode, Told.Standing known) {
    Optional<Fault> now = t.origin(known.alarm(), known.signal());
    if (now.isEmpty() || now.equals(known.origin()) || !acute(t, known)) return;
    Told.Standing moved = new Told.Standing(known.alarm(), known.signal(), known.priority(), now, known.since());
    t.change(at, episode, moved, "origin", Reason.of("relay.why.origin"));
  }

  /** While it recovers, the last bad windows say ever less of whose fault it was. */
  private static boolean acute(Telling t, Told.Standing known) {
    Alarm a = t.board.alarms().get(known.alarm());
    return a != null && a.suppression().isEmpty() && (a.state() == Lifecycle.UNACKED || a.state() == Lifecycle.ACKED);
  }
}
