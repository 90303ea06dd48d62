package iris.ui.alert;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.words.Words;
import java.util.List;

/** What is so for a while, by somebody's decision, and stands on every window as long as it is: a fallback that runs. */
public final class Standing {
  private Standing() {}

  /** A sentence for each, in the order of the board; empty: nothing stands. */
  public static List<String> of(Board board, Now now, Words words) {
    return board.services().values().stream().filter(s -> s.fallback().isPresent())
        .map(s -> fallback(board, s, s.fallback().orElseThrow(), now, words)).toList();
  }

  private static String fallback(Board board, ServiceState service, Suppression by, Now now, Words words) {
    return words.say("ui.alert.standing.fallback", Names.service(board, service.key()),
        words.figures().when(by.since(), now.wall()), by.author(), by.reason());
  }
}
