package iris.ui.alert;

import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Now;
import iris.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands on every window as long as it is so: a fallback that runs, is being switched, failed or is unknown. */
public final class Standing {
  private static final List<String> WORST_FIRST = List.of("ui.alert.brief.Failed", "ui.alert.brief.Unknown",
      "ui.alert.brief.Switching", "ui.alert.brief.On");

  /** How it looks: what runs as it should must not be taken for what failed, nor for what nobody knows. */
  public enum Tone {
    LASTS,
    UNKNOWN,
    FAILED;

    public static Tone of(Fallback fallback) {
      return switch (fallback) {
        case Fallback.Off _, Fallback.SwitchingOn _, Fallback.SwitchingOff _, Fallback.On _ -> LASTS;
        case Fallback.Unknown _ -> UNKNOWN;
        case Fallback.Failed _ -> FAILED;
      };
    }
  }

  public record Line(Tone tone, String sentence) {
    public Line {
      Objects.requireNonNull(tone);
      Objects.requireNonNull(sentence);
    }
  }

  private Standing() {}

  /** A line for each, in the order of the board; empty: nothing stands. */
  public static List<Line> of(Board board, Now now, Words words) {
    return board.fallbacks().entrySet().stream().flatMap(f -> sentence(Names.service(board, f.getKey()),
        f.getValue().now(), now, words).map(said -> new Line(Tone.of(f.getValue().now()), said)).stream()).toList();
  }

  /** The same in a few words for where there is little room, what is worst first and in its tone. */
  public static Optional<Line> brief(Board board, Words words) {
    Map<String, List<String>> names = new TreeMap<>(Comparator.comparingInt(WORST_FIRST::indexOf));
    board.fallbacks().forEach((service, f) -> word(f.now()).ifPresent(
        word -> names.computeIfAbsent(word, w -> new ArrayList<>()).add(Names.service(board, service))));
    if (names.isEmpty()) return Optional.empty();
    Tone worst = board.fallbacks().values().stream().map(f -> Tone.of(f.now())).max(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new Line(worst, words.say("ui.alert.brief", names.entrySet().stream()
        .map(e -> words.say(e.getKey(), String.join(", ", e.getValue()))).collect(Collectors.joining(" · ")))));
  }

  private static Optional<String> word(Fallback fallback) {
    return switch (fallback) {
      case Fallback.Off _ -> Optional.empty();
      case Fallback.SwitchingOn _, Fallback.SwitchingOff _ -> Optional.of("ui.alert.brief.Switching");
      case Fallback.On _ -> Optional.of("ui.alert.brief.On");
      case Fallback.Failed _ -> Optional.of("ui.alert.brief.Failed");
      case Fallback.Unknown _ -> Optional.of("ui.alert.brief.Unknown");
    };
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
