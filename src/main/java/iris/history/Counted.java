package iris.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A {@link Shelf}, and what of it is asked for again at each window: the sum that stands there, and what the parts of a
 * day came to before the last of them, which alone grows. For the one who writes.
 */
final class Counted implements AutoCloseable {
  private static final int MOST = 2 * Latest.MOST;

  private record Place(int service, Instant start) {}

  /** @param sum of all parts before the last one, added in their order */
  private record Before(Instant last, Sum sum) {}

  private final Shelf shelf;
  private final LinkedHashMap<Place, Sum> sums = new LinkedHashMap<>(16, 0.75f, true);
  private final LinkedHashMap<Place, Before> befores = new LinkedHashMap<>(16, 0.75f, true);

  Counted(Shelf shelf) {
    this.shelf = shelf;
  }

  void forget() {
    sums.clear();
    befores.clear();
  }

  /** Nobody adds to what he gets here. */
  Optional<Sum> get(int service, Instant start) throws SQLException {
    Place place = new Place(service, start);
    Sum known = sums.get(place);
    if (known != null) return Optional.of(known);
    Optional<Sum> read = shelf.get(service, start);
    read.ifPresent(sum -> remember(sums, place, sum));
    return read;
  }

  void put(int service, Instant start, Sum sum) throws SQLException {
    shelf.put(service, start, sum);
    if (sum.isEmpty()) sums.remove(new Place(service, start));
    else remember(sums, new Place(service, start), sum);
  }

  /**
   * All parts of a stretch together, in their order.
   *
   * @param changed the parts that are others than when this was last asked
   */
  Sum sum(int service, Instant from, Instant to, Set<Instant> changed) throws SQLException {
    Place place = new Place(service, from);
    Before before = befores.get(place);
    if (before == null || !changed.equals(Set.of(before.last()))) {
      TreeMap<Instant, Sum> parts = shelf.parts(service, from, to);
      if (parts.isEmpty()) return new Sum();
      before = new Before(parts.lastKey(), new Sum());
      for (Sum part : parts.headMap(before.last()).values()) before.sum().add(part);
      remember(befores, place, before);
    }
    Sum sum = new Sum();
    sum.add(before.sum());
    get(service, before.last()).ifPresent(sum::add);
    return sum;
  }

  private static <T> void remember(LinkedHashMap<Place, T> in, Place place, T what) {
    in.put(place, what);
    if (in.size() > MOST) in.pollFirstEntry();
  }

  Shelf shelf() {
    return shelf;
  }

  @Override
  public void close() throws SQLException {
    shelf.close();
  }
}
