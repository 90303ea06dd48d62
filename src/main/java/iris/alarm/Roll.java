package iris.alarm;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes, in a fixed order, and shares with the map it was made from what is the same in both: of ten
 * thousand values one is set without a look at the others. Other keys mean another roll, made from all of them.
 */
class Roll<K, V> extends AbstractMap<K, V> {
  private static final int PART = 64;

  private record Order<K>(List<K> keys, Map<K, Integer> places) {
    static <K> Order<K> of(Collection<K> keys) {
      List<K> all = List.copyOf(keys);
      Map<K, Integer> places = HashMap.newHashMap(all.size());
      for (K key : all) places.put(key, places.size());
      return new Order<>(all, places);
    }
  }

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

  static <K, V> Roll<K, V> of(Map<K, V> map) {
    return map instanceof Roll<K, V> roll ? roll : of(map.keySet(), key -> Objects.requireNonNull(map.get(key)));
  }

  static <K, V> Roll<K, V> of(Collection<K> keys, Function<K, V> value) {
    return filled(Order.of(keys), value);
  }

  /** Another value for each of the same keys. */
  <W> Roll<K, W> each(Function<K, W> value) {
    return filled(order, value);
  }

  private static <K, V> Roll<K, V> filled(Order<K> order, Function<K, V> value) {
    int size = order.keys.size();
    Object[][] parts = new Object[(size + PART - 1) / PART][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Object[Math.min(PART, size - i * PART)];
      for (int j = 0; j < parts[i].length; j++) parts[i][j] = value.apply(order.keys.get(i * PART + j));
    }
    return new Roll<>(order, parts);
  }

  /** @param changed values of keys that are here */
  Roll<K, V> with(Map<K, V> changed) {
    Object[][] next = parts;
    for (Map.Entry<K, V> e : changed.entrySet()) {
      int place = Objects.requireNonNull(order.places.get(e.getKey()));
      int part = place / PART;
      if (next[part][place % PART] == e.getValue()) continue;
      if (next == parts) next = parts.clone();
      if (next[part] == parts[part]) next[part] = parts[part].clone();
      next[part][place % PART] = e.getValue();
    }
    return next == parts ? this : new Roll<>(order, next);
  }

  List<K> keys() {
    return order.keys;
  }

  /** Where this key stands; -1 for one that does not. */
  int place(K key) {
    return order.places.getOrDefault(key, -1);
  }

  @SuppressWarnings("unchecked")
  private V at(int place) {
    return (V) parts[place / PART][place % PART];
  }

  @Override
  public @Nullable V get(Object key) {
    Integer place = order.places.get(key);
    return place == null ? null : at(place);
  }

  @Override
  public boolean containsKey(Object key) {
    return order.places.containsKey(key);
  }

  @Override
  public int size() {
    return order.keys.size();
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
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Map.Entry<K, V> next() {
        if (!hasNext()) throw new NoSuchElementException();
        return Map.entry(order.keys.get(next), at(next++));
      }
    };
  }
}
