package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that telling remembers: an immutable value.
 *
 * @param episodes what was told of each episode, in order; the oldest are forgotten beyond {@link #EPISODES}
 * @param standing alarms that were told and stand
 * @param restored episodes told as restored since this start
 * @param raises when alarms were told within the last ten minutes, monotonic, for the flood
 * @param flood more than ten of them, until less than five
 * @param shown keys of the toasts that speak of something that stands
 * @param ring when the sound repeats, monotonic; empty: nothing rings
 * @param overruled a silence that a newer raise ended, if the board still holds it
 */
public record Memory(
    Map<String, List<Told>> episodes,
    Map<AlarmKey, Standing> standing,
    List<String> restored,
    List<Duration> raises,
    boolean flood,
    Set<String> shown,
    Optional<Duration> ring,
    Optional<Instant> overruled) {
  static final int EPISODES = 2_000;
  private static final String UNSUPERVISED = "alarm.why.unsupervised";
  public static final Memory EMPTY =
      new Memory(Map.of(), Map.of(), List.of(), List.of(), false, Set.of(), Optional.empty(), Optional.empty());

  public Memory {
    episodes = Collections.unmodifiableMap(new LinkedHashMap<>(episodes));
    standing = Collections.unmodifiableMap(new LinkedHashMap<>(standing));
    restored = List.copyOf(restored);
    raises = List.copyOf(raises);
    shown = Set.copyOf(shown);
    Objects.requireNonNull(ring);
    Objects.requireNonNull(overruled);
  }

  /**
   * After a restart: from the transitions that the journal kept, oldest first; announcements that were suppressed were
   * told to nobody. Nothing stands yet: what is still active the board announces as restored.
   */
  public static Memory of(List<? extends Transition> kept) {
    Memory memory = EMPTY;
    for (Transition one : kept) {
      memory = memory.without(dropped(List.of(one)));
      if (one instanceof Told told && !told.announcement().suppressed()) memory = memory.with(told);
    }
    return EMPTY.withTold(memory.episodes, List.of());
  }

  List<Told> told(String episode) {
    return episodes.getOrDefault(episode, List.of());
  }

  Memory with(Told told) {
    String episode = told.announcement().episode();
    Map<String, List<Told>> next = new LinkedHashMap<>(episodes);
    List<Told> line = new ArrayList<>(told(episode));
    line.add(told);
    // A flapping month must not grow one line without end; its last calls decide.
    if (line.size() > 50) line.removeFirst();
    next.remove(episode);
    next.put(episode, List.copyOf(line));
    if (next.size() > EPISODES) next.remove(next.keySet().iterator().next());
    List<String> again = restored;
    if (told.announcement().call() == Call.RESTORED) {
      again = new ArrayList<>(restored);
      again.add(episode);
    }
    return withTold(next, again);
  }

  /**
   * Episodes that ended without a word, since nobody supervises them any more. If somebody does again and it still
   * stands, it has the same name, and is news.
   */
  static Set<String> dropped(List<? extends Transition> transitions) {
    return transitions.stream().filter(Transition.Moved.class::isInstance).map(Transition.Moved.class::cast)
        .filter(m -> m.why().key().equals(UNSUPERVISED)).map(Transition.Moved::episode).collect(Collectors.toSet());
  }

  Memory without(Set<String> dropped) {
    if (dropped.isEmpty()) return this;
    Map<String, List<Told>> left = new LinkedHashMap<>(episodes);
    left.keySet().removeAll(dropped);
    return withTold(left, restored.stream().filter(e -> !dropped.contains(e)).toList());
  }

  Memory with(Map<AlarmKey, Standing> nowStanding) {
    return new Memory(episodes, nowStanding, restored, raises, flood, shown, ring, overruled);
  }

  Memory withRaises(List<Duration> times, boolean nowFlood) {
    return new Memory(episodes, standing, restored, times, nowFlood, shown, ring, overruled);
  }

  Memory withTold(Map<String, List<Told>> episodesTold, List<String> restoredSince) {
    return new Memory(episodesTold, standing, restoredSince, raises, flood, shown, ring, overruled);
  }

  Memory withShown(Set<String> keys) {
    return new Memory(episodes, standing, restored, raises, flood, keys, ring, overruled);
  }

  Memory withRing(Optional<Duration> next, Optional<Instant> overruledSilence) {
    return new Memory(episodes, standing, restored, raises, flood, shown, next, overruledSilence);
  }
}
