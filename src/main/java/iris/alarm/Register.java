package iris.alarm;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Entries in the order in which they came, of which one at most stands by each key. Never changes, and shares with the
 * one that it was made from what is the same in both: in a storm thousands stand, and what is said of one of them is
 * written down without a look at the others.
 */
final class Register<K, E> extends AbstractList<E> {
  private final Roll<Long, E> all;
  private final Roll<K, Long> open;
  private final Function<E, K> key;
  private final Predicate<E> stands;
  private final long next;

  private Register(Roll<Long, E> all, Roll<K, Long> open, Function<E, K> key, Predicate<E> stands, long next) {
    this.all = all;
    this.open = open;
    this.key = key;
    this.stands = stands;
    this.next = next;
  }

  /** The same, where it is one already. @param stands whether an entry stands; the first that does is its key's */
  static <K, E> Register<K, E> of(List<E> entries, Function<E, K> key, Predicate<E> stands) {
    if (entries instanceof Register<?, E> same) {
      @SuppressWarnings("unchecked")
      Register<K, E> ours = (Register<K, E>) same;
      return ours;
    }
    List<Long> numbers = new ArrayList<>(entries.size());
    Map<K, Long> open = new LinkedHashMap<>();
    for (E e : entries) {
      if (stands.test(Objects.requireNonNull(e))) open.putIfAbsent(key.apply(e), (long) numbers.size());
      numbers.add((long) numbers.size());
    }
    Roll<Long, E> all = Roll.of(numbers, _ -> 0, n -> entries.get(Math.toIntExact(n)));
    return new Register<>(all, Roll.of(open), key, stands, numbers.size());
  }

  /** The entry that stands by this key. */
  Optional<E> standing(K of) {
    Long at = open.get(of);
    return at == null ? Optional.empty() : Optional.ofNullable(all.get(at));
  }

  /** Keys by which an entry stands. */
  Set<K> standing() {
    return open.keySet();
  }

  /** With one more behind all others; by its key nothing stands yet. */
  Register<K, E> with(E entry) {
    Roll<Long, E> more = all.plus(Map.of(next, entry));
    return new Register<>(more, stands.test(entry) ? open.plus(Map.of(key.apply(entry), next)) : open, key, stands, next + 1);
  }

  /** With this in the place of what stands by its key. */
  Register<K, E> changed(E entry) {
    K of = key.apply(entry);
    Long at = Objects.requireNonNull(open.get(of), "nothing stands by it");
    if (entry.equals(all.get(at))) return this;
    return new Register<>(all.with(Map.of(at, entry)), stands.test(entry) ? open : open.without(of), key, stands, next);
  }

  /** The oldest go that stand no more, until there are as many as may be; what stands stays, however many there are. */
  Register<K, E> atMost(int most) {
    int over = Math.min(size() - most, size() - open.size());
    if (over <= 0) return this;
    Set<Long> gone = new HashSet<>();
    for (Iterator<Map.Entry<Long, E>> i = all.entrySet().iterator(); gone.size() < over && i.hasNext(); ) {
      Map.Entry<Long, E> e = i.next();
      if (!stands.test(e.getValue())) gone.add(e.getKey());
    }
    return new Register<>(all.without(gone), open, key, stands, next);
  }

  @Override
  public E get(int place) {
    return Objects.requireNonNull(all.get(all.keys().get(place)));
  }

  @Override
  public Iterator<E> iterator() {
    return all.values().iterator();
  }

  @Override
  public int size() {
    return all.size();
  }
}
