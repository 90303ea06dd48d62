package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A board as targets look at it: made once for all of them. */
record Aspect(Herald herald, Board board, List<Signal> signals, Map<String, Face> faces) {
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
    faces = Map.copyOf(faces);
  }

  /** @param before the same list of signals is handed on, so that nobody compares ten thousand names in vain */
  static Aspect of(Herald herald, Board board, Optional<Aspect> before) {
    List<Signal> now = Signals.of(board);
    List<Signal> all = before.map(Aspect::signals).filter(now::equals).orElse(now);
    Map<String, Face> faces = new HashMap<>();
    for (Signal s : all)
      faces.put(s.id(), new Face(Levels.of(board, s), herald.muted(board, s), Signals.unheard(board, s)));
    return new Aspect(herald, board, all, faces);
  }

  boolean watches(Signal signal) {
    return faces.containsKey(signal.id());
  }

  boolean blind(Now now) {
    return States.old(board, now);
  }

  Face face(Signal signal, Now now) {
    Face face = Objects.requireNonNull(faces.get(signal.id()));
    return blind(now) ? new Face(Level.UNKNOWN, face.muted(), false) : face;
  }

  Message message(Signal signal, Now now) {
    return herald.state(board, signal, now);
  }
}
