package iris.ui.alert;

import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Now;
import iris.words.Words;
import java.util.List;
import java.util.Optional;

/** What stands on every window as long as it is so: a fallback that runs, is being switched, failed or is unknown. */
public final class Standing {
  private Standing() {}

  /** A sentence for each, in the order of the board; empty: nothing stands. */
  public static List<String> of(Board board, Now now, Words words) {
    return board.fallbacks().entrySet().stream()
        .flatMap(f -> sentence(Names.service(board, f.getKey()), f.getValue().now(), now, words).stream()).toList();
  }

  private static Optional<String> sentence(String name, Fallback fallback, Now now, Words words) {
    return switch (fallback) {
      case Fallback.Off _ -> Optional.empty();
      case Fallback.SwitchingOn s -> Optional.of(words.say("ui.alert.standing.SwitchingOn", name,
          words.figures().when(s.since(), now.wall()), s.author(), s.reason()));
      case Fallback.SwitchingOff s -> Optional.of(words.say("ui.alert.standing.SwitchingOff", name,
          words.figures().when(s.since(), now.wall()), s.author(), s.reason()));
      case Fallback.On on when on.found() ->
          Optional.of(words.say("ui.alert.standing.found", name, words.figures().when(on.since(), now.wall())));
      case Fallback.On on -> Optional.of(words.say("ui.alert.standing.On", name,
          words.figures().when(on.since(), now.wall()), on.author(), on.reason()));
      case Fallback.Failed f -> Optional.of(words.say("ui.alert.standing.Failed", name,
          words.figures().when(f.since(), now.wall()), words.say(f.why())));
      case Fallback.Unknown u -> Optional.of(words.say("ui.alert.standing.Unknown", name,
          words.figures().when(u.since(), now.wall()), words.say(u.why())));
    };
  }
}
