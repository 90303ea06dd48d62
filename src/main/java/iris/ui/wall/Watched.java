package iris.ui.wall;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.OriginVerdict;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has a tile: every service, and every feed that has not yet named one. A configured feed that never answered would
 * otherwise leave no trace on the wall, and a wall without it would look well.
 */
final class Watched {
  private Watched() {}

  /** The group of each feed that has one. */
  static Map<String, String> groups(Board board) {
    Map<String, String> groups = new HashMap<>();
    board.rules().feeds().forEach(f -> f.group().ifPresent(group -> groups.put(f.id(), group)));
    return groups;
  }

  /** By group, in the order in which the configuration names them first; what has none goes last. */
  static List<ServiceState> of(Board board, Map<String, String> groups) {
    List<ServiceState> all = of(board);
    if (groups.isEmpty()) return all;
    Map<String, Integer> places = new HashMap<>();
    board.rules().feeds().forEach(f -> f.group().ifPresent(group -> places.putIfAbsent(group, places.size())));
    return all.stream().sorted(Comparator.comparingInt(
        (ServiceState s) -> places.getOrDefault(groups.getOrDefault(s.feed(), ""), places.size()))).toList();
  }

  /** In the order of the configuration: a feed's stand-in keeps the place of its services. */
  private static List<ServiceState> of(Board board) {
    // Grouped once: this is asked at every showing, and a thousand feeds have a thousand services.
    Map<String, List<ServiceState>> byFeed = new LinkedHashMap<>();
    board.services().values().forEach(s -> byFeed.computeIfAbsent(s.feed(), f -> new ArrayList<>()).add(s));
    List<ServiceState> tiles = new ArrayList<>();
    for (FeedState feed : board.feeds().values()) {
      List<ServiceState> spoken = byFeed.get(feed.id());
      if (spoken == null) tiles.add(standIn(feed, board));
      else tiles.addAll(spoken);
    }
    board.services().values().stream().filter(s -> !board.feeds().containsKey(s.feed())).forEach(tiles::add);
    return tiles;
  }

  private static ServiceState standIn(FeedState feed, Board board) {
    Shown shown = switch (feed.supervision()) {
      // Asked in vain it does not merely wait any more, though the time for the alarm has not come.
      case INIT -> feed.failedPolls() > 0 ? Shown.LOST : Shown.INIT;
      case LOST -> Shown.LOST;
      // It answers, and names no service: nothing is known of what it should speak of.
      case FRESH, LATE -> Shown.UNKNOWN;
    };
    String name = feed.name().isBlank() ? feed.id() : feed.name();
    // Another feed may already speak of a service by this name.
    String key = board.services().containsKey(feed.id()) ? feed.id() + "/" : feed.id();
    return new ServiceState(key, feed.id(), new Service(feed.id(), name, List.of()), true, shown, feed.since(),
        new OriginVerdict(OriginVerdict.Fault.NORMAL, OriginVerdict.Confidence.LOW, List.of()), new TreeMap<>(), List.of(),
        feed.supervision() == Supervision.FRESH ? feed.why().stream().toList() : List.of(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }
}
