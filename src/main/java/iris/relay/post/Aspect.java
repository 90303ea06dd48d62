package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Signal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A board as targets look at it: made once for all of them, of what is another than at the look before.
 *
 * @param paused services in maintenance or out of service: of them time alone may change the level
 * @param number of looks so far
 * @param moved signals, by their id, that may look otherwise than at the look before; empty: any
 */
record Aspect(
    Herald herald, Board board, List<Signal> signals, Set<String> paused, long number, Optional<Set<String>> moved) {
  /** How a signal stands, in short. {@code unheard}: nothing was heard of it since the start. */
  record Face(Level level, boolean muted, boolean unheard) {
    boolean shownBy(Lane lane) {
      return lane.level.filter(level::equals).isPresent() && lane.muted == muted;
    }
  }

  Aspect {
    Objects.requireNonNull(herald);
    Objects.requireNonNull(board);
    signals = List.copyOf(signals);
    paused = Set.copyOf(paused);
  }

  /** @param before the same list of signals is handed on, so that nobody compares ten thousand names in vain */
  static Aspect of(Herald herald, Board board, Optional<Aspect> before) {
    long number = before.map(Aspect::number).orElse(0L) + 1;
    Optional<Aspect> same = before.filter(b -> b.herald == herald && b.board.rules() == board.rules());
    return same.map(b -> b.then(board, number)).orElseGet(() -> anew(herald, board, before, number));
  }

  private static Aspect anew(Herald herald, Board board, Optional<Aspect> before, long number) {
    List<Signal> all = Signals.of(board);
    Set<String> paused = new HashSet<>();
    board.services().forEach((key, s) -> {
      if (paused(s)) paused.add(key);
    });
    return new Aspect(herald, board, before.map(Aspect::signals).filter(all::equals).orElse(all), paused, number,
        Optional.empty());
  }

  private Aspect then(Board now, long next) {
    Board.Since since = now.since(board);
    Set<String> ids = new HashSet<>();
    boolean renamed = false;
    for (String id : since.feeds()) {
      Signal feed = Signals.feed(now, id);
      ids.add(feed.id());
      renamed |= !board.feeds().containsKey(id) || !now.feeds().containsKey(id) || !feed.equals(Signals.feed(board, id));
    }
    Set<String> still = new HashSet<>(paused);
    for (String key : since.services()) {
      Signal service = Signals.service(now, key);
      ids.add(service.id());
      ServiceState s = now.services().get(key);
      renamed |= s == null || !board.services().containsKey(key) || !service.equals(Signals.service(board, key));
      if (s != null && paused(s)) still.add(key);
      else still.remove(key);
      // What is to be classified is the feed's until a service of that name comes, and is the same alarm.
      if (now.feeds().containsKey(key)) ids.add(Signals.feed(now, key).id());
    }
    since.alarms().forEach(key -> ids.add(Signals.of(now, key).id()));
    still.forEach(key -> ids.add(Signals.service(now, key).id()));
    return new Aspect(herald, now, renamed ? Signals.of(now) : signals, still, next, Optional.of(ids));
  }

  private static boolean paused(ServiceState s) {
    return s.shown() == Shown.MAINTENANCE || s.shown() == Shown.OUT_OF_SERVICE;
  }

  boolean watches(Signal signal) {
    return Signals.stands(board, signal);
  }

  boolean blind(Now now) {
    return States.old(board, now);
  }

  Face face(Signal signal, Now now) {
    boolean muted = herald.muted(board, signal);
    return blind(now) ? new Face(Level.UNKNOWN, muted, false)
        : new Face(Levels.of(board, signal), muted, Signals.unheard(board, signal));
  }

  Message message(Signal signal, Now now) {
    return herald.state(board, signal, now);
  }
}
