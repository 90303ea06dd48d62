package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Overview;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
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
  public Overall {
    Objects.requireNonNull(state);
    Objects.requireNonNull(word);
    Objects.requireNonNull(where);
  }

  static Overall of(Board board, Now now, Words words) {
    Shown worst = Overview.worst(board);
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
}
