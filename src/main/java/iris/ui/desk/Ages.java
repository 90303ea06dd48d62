package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Now;
import iris.alarm.Supervision;
import iris.words.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two clocks, both counting: how old the newest window is, how long ago the source answered. Of many feeds the
 * oldest counts: an age must not look better than the worst of what it stands for.
 *
 * @param stale some feed is no longer fresh
 */
public record Ages(String newest, String polled, boolean stale) {
  /** As far ahead of the clock as two that agree may be. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  public Ages {
    Objects.requireNonNull(newest);
    Objects.requireNonNull(polled);
  }

  static Ages of(Board board, Now now, Words words) {
    Collection<FeedState> feeds = board.feeds().values();
    List<FeedState> periodic = feeds.stream().filter(f -> f.period().isPresent() || f.newest().isPresent()).toList();
    String newest = periodic.isEmpty() ? words.say("ui.desk.age.none")
        : oldest(periodic, f -> f.newest().map(at -> Duration.between(at, now.wall())), words);
    // Measured on the clock that cannot step.
    String polled = feeds.isEmpty() ? words.say("ui.desk.age.none")
        : oldest(feeds, f -> f.lastOkMono().map(at -> now.mono().minus(at)), words);
    boolean stale = feeds.stream().anyMatch(f -> f.supervision() != Supervision.FRESH);
    return new Ages(newest, polled, stale);
  }

  /** The greatest age; one that never was is older than all. */
  private static String oldest(Collection<FeedState> feeds, Function<FeedState, Optional<Duration>> age, Words words) {
    List<Optional<Duration>> ages = feeds.stream().map(age).toList();
    if (ages.contains(Optional.<Duration>empty())) return words.say("ui.desk.age.never");
    Duration oldest = ages.stream().flatMap(Optional::stream).max(Duration::compareTo).orElseThrow();
    // A clock was set back: "0 s" would be the calmest of lies.
    if (oldest.plus(AHEAD).isNegative()) return words.say("ui.wall.ahead", words.figures().span(oldest.negated()));
    return words.figures().age(oldest);
  }
}
