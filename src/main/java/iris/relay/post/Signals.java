package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.relay.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What servers watch as one thing each: services, feeds, and IRIS itself. */
final class Signals {
  private Signals() {}

  /** All there are, IRIS first. */
  static List<Signal> of(Board board) {
    List<Signal> all = new ArrayList<>();
    all.add(Signal.IRIS);
    board.feeds().keySet().forEach(id -> all.add(feed(board, id)));
    board.services().keySet().forEach(key -> all.add(service(board, key)));
    return List.copyOf(all);
  }

  /** By {@link Signal#id()}, with the name that it has on this board. */
  static Signal of(Optional<Board> board, String id) {
    Signal named = named(id);
    return board.filter(b -> stands(b, named)).map(b -> of(b, named)).orElse(named);
  }

  /** It is one of all there are. */
  static boolean stands(Board board, Signal signal) {
    return switch (signal.kind()) {
      case SERVICE -> board.services().containsKey(signal.key());
      case FEED -> board.feeds().containsKey(signal.key());
      case IRIS -> true;
    };
  }

  private static Signal of(Board board, Signal signal) {
    return switch (signal.kind()) {
      case SERVICE -> service(board, signal.key());
      case FEED -> feed(board, signal.key());
      case IRIS -> Signal.IRIS;
    };
  }

  static Signal service(Board board, String key) {
    String name = board.rules().of(key).name()
        .or(() -> Optional.ofNullable(board.services().get(key)).map(ServiceState::service).map(s -> s.name()))
        .orElse("");
    return new Signal(Signal.Kind.SERVICE, key, name);
  }

  static Signal feed(Board board, String id) {
    return new Signal(Signal.Kind.FEED, id, Optional.ofNullable(board.feeds().get(id)).map(FeedState::name).orElse(""));
  }

  /** Whose alarm it is. */
  static Signal of(Board board, AlarmKey alarm) {
    return switch (alarm.kind()) {
      case SUPERVISION_LOST -> feed(board, alarm.subject());
      case CONSOLE_FAULT -> Signal.IRIS;
      case TO_CLASSIFY -> board.services().containsKey(alarm.subject()) || !board.feeds().containsKey(alarm.subject())
          ? service(board, alarm.subject()) : feed(board, alarm.subject());
      case OUTAGE, DEGRADED, SERVICE_SILENT, FALLBACK_ACTIVE, FALLBACK_FAILED, EXERCISE ->
          service(board, alarm.subject());
    };
  }

  /** Whether anybody still watches it, as far as is known. */
  static boolean watched(Board board, Signal signal) {
    return switch (signal.kind()) {
      // A feed that was never read may yet bring it.
      case SERVICE -> board.services().containsKey(signal.key())
          || board.feeds().values().stream().anyMatch(f -> f.channel().isEmpty());
      case FEED -> board.feeds().containsKey(signal.key());
      case IRIS -> true;
    };
  }

  /** Nothing was heard of it since the start. */
  static boolean unheard(Board board, Signal signal) {
    return switch (signal.kind()) {
      case SERVICE -> Optional.ofNullable(board.services().get(signal.key()))
          .filter(s -> s.shown() == Shown.INIT).isPresent();
      case FEED -> Optional.ofNullable(board.feeds().get(signal.key()))
          .filter(f -> f.supervision() == Supervision.INIT).isPresent();
      case IRIS -> false;
    };
  }

  /** A signal of a letter that no board knows any more, by {@link Signal#id()}. */
  static Signal named(String id) {
    int slash = id.indexOf('/');
    Signal.Kind kind = Signal.Kind.valueOf(id.substring(0, slash).toUpperCase(Locale.ROOT));
    return new Signal(kind, id.substring(slash + 1), "");
  }
}
