package iris.relay.post;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The lanes of a target, each where it belongs: with what is to be told, or asleep until something may be. Of twenty
 * thousand signals the one that is next is found without a look at the others. Guarded by its {@link Schedule}.
 */
final class Filing {
  /** What there is to be done for a lane; each is in one at most. */
  enum Drawer {
    EVENTS,
    REPEATS,
    FIGURES,
    LOOKS,
    ASLEEP
  }

  /** A lane in a drawer, as it was when it was put there. */
  record Slip(Drawer drawer, long rank, String id, Lane lane) {}

  private static final Comparator<Slip> BY_RANK = Comparator.comparingLong(Slip::rank).thenComparing(Slip::id);
  private static final Comparator<Slip> BY_SIGNAL = Comparator.comparing((Slip s) -> s.lane.signal);

  private final Map<Drawer, TreeSet<Slip>> drawers = new EnumMap<>(Drawer.class);
  private final Set<Lane> stale = new LinkedHashSet<>();

  Filing() {
    for (Drawer d : Drawer.values()) drawers.put(d, new TreeSet<>(d == Drawer.REPEATS ? BY_SIGNAL : BY_RANK));
  }

  private TreeSet<Slip> in(Drawer drawer) {
    return Objects.requireNonNull(drawers.get(drawer));
  }

  /** Nowhere, until it is put somewhere. */
  void take(Lane lane) {
    stale.remove(lane);
    if (lane.slip == null) return;
    in(lane.slip.drawer).remove(lane.slip);
    lane.slip = null;
  }

  void put(Lane lane, Drawer drawer, long rank) {
    take(lane);
    lane.slip = new Slip(drawer, rank, lane.id, lane);
    in(drawer).add(lane.slip);
  }

  void sleep(Lane lane, Duration until) {
    put(lane, Drawer.ASLEEP, until.toNanos());
  }

  /** Its letters must be looked for. */
  void stale(Lane lane) {
    take(lane);
    stale.add(lane);
  }

  /** Those whose letters must be looked for, each once. */
  Set<Lane> stale() {
    Set<Lane> all = new LinkedHashSet<>(stale);
    stale.clear();
    return all;
  }

  Optional<Lane> first(Drawer drawer) {
    TreeSet<Slip> all = in(drawer);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.first().lane);
  }

  Stream<Lane> all(Drawer drawer) {
    return in(drawer).stream().map(Slip::lane);
  }

  /** The next that slept long enough, which is then nowhere. */
  Optional<Lane> awake(Duration now) {
    TreeSet<Slip> asleep = in(Drawer.ASLEEP);
    if (asleep.isEmpty() || asleep.first().rank > now.toNanos()) return Optional.empty();
    Lane lane = asleep.first().lane;
    take(lane);
    return Optional.of(lane);
  }

  /** When the next wakes after this moment. */
  Optional<Duration> wakes(Duration now) {
    TreeSet<Slip> asleep = in(Drawer.ASLEEP);
    if (asleep.isEmpty()) return Optional.empty();
    Slip later = asleep.ceiling(new Slip(Drawer.ASLEEP, now.toNanos() + 1, "", asleep.first().lane));
    return Optional.ofNullable(later).map(s -> Duration.ofNanos(s.rank));
  }
}
