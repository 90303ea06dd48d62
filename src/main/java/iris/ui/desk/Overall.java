package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Now;
import iris.alarm.Overview;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    List<One> there = there(board, worst);
    Set<String> speaking = feeds(board, s -> true);
    long mute = board.feeds().keySet().stream().filter(feed -> !speaking.contains(feed)).count();
    long all = board.services().size() + mute;
    String where = board.services().isEmpty() ? words.say("ui.desk.overall.feeds", board.feeds().size())
        : there.size() == 1 ? words.say("ui.desk.overall.one", there.getFirst().name(),
            words.figures().when(there.getFirst().since(), now.wall()))
        : there.size() == all ? words.say("ui.desk.overall.all", all)
        : words.say("ui.desk.overall.some", there.size(), all);
    return new Overall(worst, words.say("ui.wall.state." + worst), where);
  }

  /** Something that has a tile, or whose tile hides that its feed is not heard. */
  private record One(String name, Instant since) {}

  /** The services that are so; and the feeds, where none of their services says it already: they count as one each. */
  private static List<One> there(Board board, Shown worst) {
    List<One> all = new ArrayList<>();
    for (ServiceState s : board.services().values())
      if (s.shown() == worst) all.add(new One(Names.service(board, s.key()), s.shownSince()));
    Set<String> said = feeds(board, s -> s.shown() == worst);
    for (FeedState feed : board.feeds().values()) {
      boolean so = worst == Shown.LOST && feed.supervision() == Supervision.LOST
          || worst == Shown.INIT && feed.supervision() == Supervision.INIT;
      if (so && !said.contains(feed.id())) all.add(new One(Names.feed(board, feed.id()), feed.since()));
    }
    return all;
  }

  /**
   * The feeds of which there is such a service: gathered once, since a wall of ten thousand feeds that asked for the
   * services of each stood still for a second at every draw.
   */
  private static Set<String> feeds(Board board, Predicate<ServiceState> such) {
    return board.services().values().stream().filter(such).map(ServiceState::feed).collect(Collectors.toSet());
  }
}
