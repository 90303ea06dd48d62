package iris.ui.wall;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the model of the wall from board after board, and anew only what differs: from one board to the next most of a
 * thousand services are the same objects, and so are their tiles then. For one thread.
 */
public final class WallMaker {
  /** What a tile was made from. */
  private record Made(
      ServiceState service, @Nullable FeedState feed, Rules rules, List<Alarm> alarms, Instant end, TileModel tile) {
    boolean still(ServiceState s, @Nullable FeedState f, Rules r, List<Alarm> a, boolean played, Instant e) {
      return service == s && feed == f && rules == r && end.equals(e) && alarms.equals(a) && tile.played() == played;
    }

    /** A poll that brought nothing new moves the clocks, not the day. */
    boolean stillDay(ServiceState s, Optional<Duration> period, Instant e) {
      return service.windows() == s.windows() && Day.missed(service) == Day.missed(s)
          && service.service() == s.service() && end.equals(e) && tile.period().equals(period);
    }
  }

  private Map<String, Made> made = Map.of();

  /**
   * The same as {@link WallModel#of}.
   *
   * @param now the wall clock: it moves the 24 hours, each five minutes for all tiles
   */
  public WallModel make(Board board, Instant now) {
    Map<String, String> groups = Watched.groups(board);
    List<ServiceState> watched = Watched.of(board, groups);
    Marks marks = new Marks(board);
    Instant end = Day.end(now);
    Map<String, Made> next = HashMap.newHashMap(watched.size());
    List<TileModel> tiles = new ArrayList<>(watched.size());
    for (ServiceState service : watched) {
      Made one = one(service, board, marks.of(service), groups.getOrDefault(service.feed(), ""), end, now);
      next.put(service.key(), one);
      tiles.add(one.tile());
    }
    made = next;
    return new WallModel(now, tiles);
  }

  private Made one(ServiceState service, Board board, List<Alarm> alarms, String group, Instant end, Instant now) {
    Made before = made.get(service.key());
    FeedState feed = board.feeds().get(service.feed());
    boolean played = board.shift().exercise().filter(e -> e.covers(service.key())).isPresent();
    if (before != null && before.still(service, feed, board.rules(), alarms, played, end)) return before;
    Optional<Duration> period = Optional.ofNullable(feed).flatMap(FeedState::period);
    Day day = before != null && before.stillDay(service, period, end) ? before.tile().day()
        : Day.of(service, period, now);
    TileModel tile = TileModel.of(service, board, day, Mark.of(alarms), group);
    return new Made(service, feed, board.rules(), alarms, end, tile);
  }
}
