package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Roll;
import iris.relay.Signal;
import iris.signal.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one target was told of episodes that stand: who heard of a begin hears of the end, and nobody else does. Never
 * changes, and shares with the one that it was made from what is the same in both: thousands may stand at once.
 */
public final class Told {
  public static final Told NOTHING = new Told(Roll.of(Map.of()), Roll.of(Map.of()), Optional.empty(), List.of());

  private final Roll<String, Standing> episodes;
  private final Roll<AlarmKey, List<String>> byAlarm;
  private final Optional<Board> seen;
  private final List<String> lingering;

  /** One of which the begin was told. @param origin at fault, as last told */
  public record Standing(AlarmKey alarm, Signal signal, Priority priority, Optional<Fault> origin, Instant since) {
    public Standing {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(signal);
      Objects.requireNonNull(priority);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(since);
    }
  }

  private Told(
      Roll<String, Standing> episodes, Roll<AlarmKey, List<String>> byAlarm, Optional<Board> seen, List<String> lingering) {
    this.episodes = episodes;
    this.byAlarm = byAlarm;
    this.seen = seen;
    this.lingering = lingering;
  }

  /** By the id of the episode, in the order in which they go on. */
  static Told of(Map<String, Standing> episodes) {
    Map<AlarmKey, List<String>> by = new LinkedHashMap<>();
    episodes.forEach((episode, standing) -> by.computeIfAbsent(standing.alarm(), _ -> new ArrayList<>()).add(episode));
    by.replaceAll((_, own) -> List.copyOf(own));
    return new Told(Roll.of(episodes), Roll.of(by), Optional.empty(), List.of());
  }

  /** By their id, in the order of their begin. */
  public Map<String, Standing> episodes() {
    return episodes;
  }

  /** What was told of this alarm and stands; hardly ever more than one. */
  List<String> of(AlarmKey alarm) {
    return byAlarm.getOrDefault(alarm, List.of());
  }

  /** The board that all of it was last held against; empty: it was not since the start. Not kept on the disk. */
  Optional<Board> seen() {
    return seen;
  }

  /** Episodes that stand here and on that board no more: too little was known to say that they are over. */
  List<String> lingering() {
    return lingering;
  }

  /** It was held against this board, and these were left. */
  Told seen(Board board, List<String> left) {
    return new Told(episodes, byAlarm, Optional.of(board), List.copyOf(left));
  }

  /** To be held against the next board as a whole. */
  Told unseen() {
    return new Told(episodes, byAlarm, Optional.empty(), List.of());
  }

  Told with(String episode, Standing standing) {
    Standing known = episodes.get(episode);
    Roll<AlarmKey, List<String>> by = byAlarm;
    if (known != null && !known.alarm().equals(standing.alarm())) by = less(by, known.alarm(), episode);
    List<String> own = by.getOrDefault(standing.alarm(), List.of());
    if (!own.contains(episode)) {
      List<String> more = new ArrayList<>(own);
      more.add(episode);
      by = by.plus(Map.of(standing.alarm(), List.copyOf(more)));
    }
    return new Told(episodes.plus(Map.of(episode, standing)), by, seen, lingering);
  }

  Told without(String episode) {
    Standing known = episodes.get(episode);
    return known == null ? this : new Told(episodes.without(episode), less(byAlarm, known.alarm(), episode), seen, lingering);
  }

  private static Roll<AlarmKey, List<String>> less(Roll<AlarmKey, List<String>> by, AlarmKey alarm, String episode) {
    List<String> rest = by.getOrDefault(alarm, List.of()).stream().filter(e -> !e.equals(episode)).toList();
    return rest.isEmpty() ? by.without(alarm) : by.plus(Map.of(alarm, rest));
  }

  /** Episodes that came, went or stand otherwise than there. */
  Set<String> since(Told before) {
    return episodes.since(before.episodes);
  }

  /** The very same stand. */
  boolean same(Told other) {
    return episodes == other.episodes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Told told && episodes.equals(told.episodes);
  }

  @Override
  public int hashCode() {
    return episodes.hashCode();
  }
}
