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

  /**
   * A lane in a drawer, as it was when it was put there.
   *
   * @param rank in nanoseconds of the monotonic clock where it waits for a moment
   */
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

  /** Those whose letters must be looked for, each until it is put somewhere: nobody is lost by a look that failed. */
  Set<Lane> stale() {
    return new LinkedHashSet<>(stale);
  }

  Optional<Lane> first(Drawer drawer) {
    TreeSet<Slip> all = in(drawer);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.first().lane);
  }

  Stream<Lane> all(Drawer drawer) {
    return in(drawer).stream().map(Slip::lane);
  }

  /**
   * The next that slept long enough, or that waited to be looked at until it is to be told again: what is only to be
   * looked at comes last, for as long as others have anything, and a result that nobody renews dies on the server.
   */
  Optional<Lane> awake(Duration now) {
    return first(Drawer.ASLEEP, now).or(() -> first(Drawer.LOOKS, now));
  }

  private Optional<Lane> first(Drawer drawer, Duration now) {
    TreeSet<Slip> all = in(drawer);
    return all.isEmpty() || all.first().rank > now.toNanos() ? Optional.empty() : Optional.of(all.first().lane);
  }

  /** When the next wakes after this moment. */
  Optional<Duration> wakes(Duration now) {
    TreeSet<Slip> asleep = in(Drawer.ASLEEP);
    if (asleep.isEmpty()) return Optional.empty();
    Slip later = asleep.ceiling(new Slip(Drawer.ASLEEP, now.toNanos() + 1, "", asleep.first().lane));
    return Optional.ofNullable(later).map(s -> Duration.ofNanos(s.rank));
  }
}
