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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  private final Map<String, Made> made = new HashMap<>();
  /** Where the tiles of each feed stand. */
  private final Map<String, List<Integer>> places = new HashMap<>();
  private Map<String, String> groups = Map.of();
  private WallModel model = WallModel.EMPTY;
  private Optional<Board> last = Optional.empty();
  private Instant ended = Instant.MIN;

  /**
   * The same as {@link WallModel#of}.
   *
   * @param now the wall clock: it moves the 24 hours, each five minutes for all tiles
   */
  public WallModel make(Board board, Instant now) {
    Instant end = Day.end(now);
    List<TileModel> tiles = last.filter(before -> end.equals(ended)).flatMap(before -> follow(before, board, end, now))
        .orElseGet(() -> all(board, end, now));
    last = Optional.of(board);
    ended = end;
    model = new WallModel(now, tiles);
    return model;
  }

  private List<TileModel> all(Board board, Instant end, Instant now) {
    groups = Watched.groups(board);
    List<ServiceState> watched = Watched.of(board, groups);
    Marks marks = new Marks(board);
    Map<String, Made> next = HashMap.newHashMap(watched.size());
    List<TileModel> tiles = new ArrayList<>(watched.size());
    places.clear();
    for (ServiceState service : watched) {
      Made one = one(service, board, marks.of(service), end, now);
      next.put(service.key(), one);
      places.computeIfAbsent(service.feed(), _ -> new ArrayList<>(1)).add(tiles.size());
      tiles.add(one.tile());
    }
    made.clear();
    made.putAll(next);
    return tiles;
  }

  /** By what is another than on the board before; empty where more than some services and feeds is. */
  private Optional<List<TileModel>> follow(Board before, Board board, Instant end, Instant now) {
    if (before.rules() != board.rules() || !before.shift().exercise().equals(board.shift().exercise())) return Optional.empty();
    Board.Since since = board.since(before);
    Set<String> feeds = new LinkedHashSet<>(since.feeds());
    for (String key : since.services()) {
      ServiceState service = board.services().get(key);
      if (service == null || !before.services().containsKey(key)) return Optional.empty();
      feeds.add(service.feed());
    }
    if (!since.alarms().isEmpty() || !places.keySet().containsAll(feeds)) return Optional.empty();
    List<TileModel> tiles = new ArrayList<>(model.tiles());
    for (String feed : feeds)
      for (int place : places.getOrDefault(feed, List.of())) {
        ServiceState service = board.services().get(tiles.get(place).id());
        // One that stands in for a feed which has not named any.
        if (service == null || !service.feed().equals(feed) || !board.feeds().containsKey(feed)) return Optional.empty();
        Made old = Objects.requireNonNull(made.get(service.key()));
        Made one = one(service, board, old.alarms(), end, now);
        made.put(service.key(), one);
        tiles.set(place, one.tile());
      }
    return Optional.of(tiles);
  }

  private Made one(ServiceState service, Board board, List<Alarm> alarms, Instant end, Instant now) {
    Made before = made.get(service.key());
    FeedState feed = board.feeds().get(service.feed());
    boolean played = board.shift().exercise().filter(e -> e.covers(service.key())).isPresent();
    if (before != null && before.still(service, feed, board.rules(), alarms, played, end)) return before;
    Optional<Duration> period = Optional.ofNullable(feed).flatMap(FeedState::period);
    Day day = before != null && before.stillDay(service, period, end) ? before.tile().day()
        : Day.of(service, period, now);
    TileModel tile = TileModel.of(service, board, day, Mark.of(alarms), groups.getOrDefault(service.feed(), ""));
    return new Made(service, feed, board.rules(), alarms, end, tile);
  }
}
