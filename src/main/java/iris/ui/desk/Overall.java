package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.ui.alert.Names;
import iris.words.Words;
import java.util.List;
import java.util.Objects;

/**
 * The worst that is shown, as one word and where it is.
 *
 * @param where "SIV since 15:12", "3 services of 25"
 */
public record Overall(Shown state, String word, String where) {
  /** Worst first. What cannot be seen is worse than what is slow; what is muted is never better than what is up. */
  private static final List<Shown> WORST = List.of(Shown.DOWN, Shown.LOST, Shown.DEGRADED, Shown.UNKNOWN, Shown.INIT,
      Shown.MAINTENANCE, Shown.OUT_OF_SERVICE, Shown.UP);

  public Overall {
    Objects.requireNonNull(state);
    Objects.requireNonNull(word);
    Objects.requireNonNull(where);
  }

  static Overall of(Board board, Now now, Words words) {
    Shown worst = worst(board);
    List<ServiceState> there = board.services().values().stream().filter(s -> s.shown() == worst).toList();
    String where = switch (there.size()) {
      case 0 -> words.say("ui.desk.overall.feeds", board.feeds().size());
      case 1 -> words.say("ui.desk.overall.one", Names.service(board, there.getFirst().key()),
          words.figures().when(there.getFirst().shownSince(), now.wall()));
      default -> there.size() == board.services().size() ? words.say("ui.desk.overall.all", there.size())
          : words.say("ui.desk.overall.some", there.size(), board.services().size());
    };
    return new Overall(worst, words.say("ui.wall.state." + worst), where);
  }

  private static Shown worst(Board board) {
    boolean blind = board.feeds().values().stream().anyMatch(f -> f.supervision() == Supervision.LOST);
    boolean unheard = board.feeds().values().stream().anyMatch(f -> f.supervision() == Supervision.INIT);
    // A lost feed that no service speaks for is blind all the same; nothing at all was never "up".
    Shown floor = blind ? Shown.LOST : unheard || board.services().isEmpty() ? Shown.INIT : Shown.UP;
    return board.services().values().stream().map(ServiceState::shown)
        .reduce(floor, (a, b) -> WORST.indexOf(a) <= WORST.indexOf(b) ? a : b);
  }
}
