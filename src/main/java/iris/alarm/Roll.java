package iris.alarm;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes, in a fixed order, and shares with the map it was made from what is the same in both: of ten
 * thousand values one is set, and of ten thousand keys one comes or goes, without a look at the others.
 */
public class Roll<K, V> extends AbstractMap<K, V> {
  private final Order<K> order;
  private final Object[][] parts;

  private Roll(Order<K> order, Object[][] parts) {
    this.order = order;
    this.parts = parts;
  }

  /** The same roll, for who adds something to it. */
  Roll(Roll<K, V> same) {
    this(same.order, same.parts);
  }

  public static <K, V> Roll<K, V> of(Map<K, V> map) {
    return map instanceof Roll<K, V> roll ? roll : of(map.keySet(), _ -> 0, key -> Objects.requireNonNull(map.get(key)));
  }

  /** @param keys those of a group one after the other, the groups rising */
  static <K, V> Roll<K, V> of(Collection<K> keys, ToIntFunction<K> group, Function<K, V> value) {
    return filled(Order.of(keys, group), value);
  }

  /** Another value for each of the same keys. */
  <W> Roll<K, W> each(Function<K, W> value) {
    return filled(order, value);
  }

  private static <K, V> Roll<K, V> filled(Order<K> order, Function<K, V> value) {
    Object[][] parts = new Object[order.keys().length][];
    for (int i = 0; i < parts.length; i++) parts[i] = values(order, i, value);
    return new Roll<>(order, parts);
  }

  @SuppressWarnings("unchecked")
  private static <K, V> Object[] values(Order<K> order, int part, Function<K, V> value) {
    Object[] keys = order.keys()[part];
    Object[] values = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) values[i] = value.apply((K) keys[i]);
    return values;
  }

  /** @param changed values of keys that are here */
  Roll<K, V> with(Map<K, V> changed) {
    Object[][] next = parts;
    for (Map.Entry<K, V> e : changed.entrySet()) {
      long spot = order.at(e.getKey());
      int part = order.part(spot);
      int place = order.within(part, spot);
      if (next[part][place] == e.getValue()) continue;
      if (next == parts) next = parts.clone();
      if (next[part] == parts[part]) next[part] = parts[part].clone();
      next[part][place] = e.getValue();
    }
    return next == parts ? this : new Roll<>(order, next);
  }

  /** What becomes of the order when some go and others come, each after all of its group. */
  Order.Edit<K> edit(Set<K> gone, Collection<K> added, ToIntFunction<K> group) {
    return order.edit(gone, added, group);
  }

  /** @param value of keys that stand beside one that came or went; {@code changed} those of others that are here */
  Roll<K, V> after(Order.Edit<K> edit, Function<K, V> value, Map<K, V> changed) {
    if (edit.before() != order) throw new IllegalArgumentException("the edit of another order");
    Object[][] next = new Object[edit.from().length][];
    for (int i = 0; i < next.length; i++)
      next[i] = edit.from()[i] < 0 ? values(edit.order(), i, value) : parts[edit.from()[i]];
    return new Roll<K, V>(edit.order(), next).with(changed);
  }

  /** With these besides, or in their place. */
  public Roll<K, V> plus(Map<K, V> some) {
    Set<K> news = new HashSet<>(some.keySet());
    news.removeIf(this::containsKey);
    if (news.isEmpty()) return with(some);
    return after(edit(Set.of(), news, _ -> 0), key -> Objects.requireNonNull(some.containsKey(key) ? some.get(key) : get(key)), some);
  }

  public Roll<K, V> without(K key) {
    return containsKey(key) ? without(Set.of(key)) : this;
  }

  /** @param gone keys that are here */
  Roll<K, V> without(Set<K> gone) {
    return after(edit(gone, Set.of(), _ -> 0), other -> Objects.requireNonNull(get(other)), Map.of());
  }

  List<K> keys() {
    return order.list();
  }

  /** The very same keys in the same order. */
  boolean sameKeys(Roll<K, ?> other) {
    return order == other.order;
  }

  /** Keys that came, went or stand for another value than there: found by what the two do not share. */
  public Set<K> since(Roll<K, V> before) {
    Set<K> keys = new LinkedHashSet<>();
    if (parts == before.parts) return keys;
    Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(shared, (Object[]) before.parts);
    differing(shared, before, keys);
    if (sameKeys(before)) return keys;
    shared.clear();
    Collections.addAll(shared, (Object[]) parts);
    before.differing(shared, this, keys);
    return keys;
  }

  @SuppressWarnings("unchecked")
  private void differing(Set<Object> shared, Roll<K, V> other, Set<K> keys) {
    for (int i = 0; i < parts.length; i++) {
      if (shared.contains(parts[i])) continue;
      for (int j = 0; j < parts[i].length; j++) {
        K key = (K) order.keys()[i][j];
        if (other.get(key) != parts[i][j]) keys.add(key);
      }
    }
  }

  /** Where this key stands; -1 for one that does not. */
  int place(K key) {
    return order.place(key);
  }

  /** It stands where it stood there. */
  boolean stands(K key, Roll<K, ?> other) {
    return order.at(key) == other.order.at(key);
  }

  /** Of keys that are here. */
  Comparator<K> inOrder() {
    return Comparator.comparingLong(order::at);
  }

  @SuppressWarnings("unchecked")
  private V at(int part, int place) {
    return (V) parts[part][place];
  }

  @Override
  public @Nullable V get(Object key) {
    long spot = order.at(key);
    if (spot < 0) return null;
    int part = order.part(spot);
    return at(part, order.within(part, spot));
  }

  @Override
  public boolean containsKey(Object key) {
    return order.at(key) >= 0;
  }

  @Override
  public int size() {
    return order.size();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return entries();
      }

      @Override
      public int size() {
        return Roll.this.size();
      }
    };
  }

  private Iterator<Map.Entry<K, V>> entries() {
    return new Iterator<>() {
      private int part;
      private int place;

      @Override
      public boolean hasNext() {
        return part < parts.length;
      }

      @Override
      @SuppressWarnings("unchecked")
      public Map.Entry<K, V> next() {
        if (!hasNext()) throw new NoSuchElementException();
        Map.Entry<K, V> entry = Map.entry((K) order.keys()[part][place], at(part, place));
        if (++place == parts[part].length) {
          part++;
          place = 0;
        }
        return entry;
      }
    };
  }
}
