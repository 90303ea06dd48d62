package iris.alarm;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Keys in their order: by group, within one by when they came. Never changes; one that knows a key more shares with the
 * one that it was made from all parts but one.
 *
 * @param places what stands by a key in the order: its group, then its number
 * @param next number of the key that comes next
 */
record Order<K>(Trie<K, Long> places, Object[][] keys, long[][] at, int[] starts, long next) {
  static final int PART = 64;
  private static final int NUMBERS = 40;

  /** @param from for each part of the new order the same part of the old one; -1: other keys stand in it */
  record Edit<K>(Order<K> before, Order<K> order, int[] from) {}

  /** A key and where it stands. */
  private record Spot(Object key, long at) {}

  static <K> Order<K> of(Collection<K> keys, ToIntFunction<K> group) {
    Order<K> empty = new Order<>(Trie.empty(), new Object[0][], new long[0][], new int[] {0}, 0);
    return empty.edit(Set.of(), keys, group).order;
  }

  /** @param added each after all of its group; their groups are those of keys that are here */
  Edit<K> edit(Set<K> gone, Collection<K> added, ToIntFunction<K> group) {
    Trie<K, Long> all = places;
    TreeMap<Integer, List<Spot>> touched = new TreeMap<>();
    for (K key : gone) {
      touched.putIfAbsent(part(at(key)), new ArrayList<>());
      all = all.without(key);
    }
    long number = next;
    for (K key : added) {
      long spot = (long) group.applyAsInt(key) << NUMBERS | number++;
      all = all.with(key, spot);
      touched.computeIfAbsent(Math.max(0, part(spot)), _ -> new ArrayList<>()).add(new Spot(key, spot));
    }
    return parts(gone, touched, all, number);
  }

  private Edit<K> parts(Set<K> gone, TreeMap<Integer, List<Spot>> touched, Trie<K, Long> all, long number) {
    List<Object[]> newKeys = new ArrayList<>(keys.length + touched.size());
    List<long[]> newAt = new ArrayList<>(keys.length + touched.size());
    List<Integer> from = new ArrayList<>(keys.length + touched.size());
    for (int part = 0; part < Math.max(1, keys.length); part++) {
      List<Spot> come = touched.get(part);
      if (come == null) {
        if (part == keys.length) continue;
        newKeys.add(keys[part]);
        newAt.add(at[part]);
        from.add(part);
        continue;
      }
      List<Spot> spots = part == keys.length ? new ArrayList<>() : stay(part, gone);
      spots.addAll(come);
      spots.sort((a, b) -> Long.compare(a.at, b.at));
      // Two halves of one that grew too large: each has room for what comes next.
      int each = spots.size() <= PART ? PART : Math.ceilDiv(spots.size(), Math.ceilDiv(spots.size(), PART / 4 * 3));
      for (int i = 0; i < spots.size(); i += each) {
        List<Spot> some = spots.subList(i, Math.min(spots.size(), i + each));
        newKeys.add(some.stream().map(Spot::key).toArray());
        newAt.add(some.stream().mapToLong(Spot::at).toArray());
        from.add(-1);
      }
    }
    int[] begin = new int[newKeys.size() + 1];
    for (int i = 0; i < newKeys.size(); i++) begin[i + 1] = begin[i] + newKeys.get(i).length;
    Order<K> order = new Order<>(all, newKeys.toArray(Object[][]::new), newAt.toArray(long[][]::new), begin, number);
    return new Edit<>(this, order, from.stream().mapToInt(i -> i).toArray());
  }

  private List<Spot> stay(int part, Set<K> gone) {
    List<Spot> spots = new ArrayList<>(PART + 1);
    for (int i = 0; i < keys[part].length; i++)
      if (!gone.contains(keys[part][i])) spots.add(new Spot(keys[part][i], at[part][i]));
    return spots;
  }

  /** Where it stands, to be compared with where another does; -1 for a key that is not here. */
  long at(Object key) {
    Long spot = places.get(key);
    return spot == null ? -1 : spot;
  }

  /** The part in which what stands there is, or would be; -1: before all. */
  int part(long spot) {
    int low = 0;
    int high = at.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (at[middle][0] <= spot) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  int within(int part, long spot) {
    return Arrays.binarySearch(at[part], spot);
  }

  int size() {
    return starts[keys.length];
  }

  /** How many stand before this key; -1 for one that is not here. */
  int place(Object key) {
    long spot = at(key);
    if (spot < 0) return -1;
    int part = part(spot);
    return starts[part] + within(part, spot);
  }

  /** The part in which so many keys stand before. */
  int partOf(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }

  List<K> list() {
    return new View();
  }

  /** By place, and quickly. */
  private final class View extends AbstractList<K> implements RandomAccess {
    @Override
    @SuppressWarnings("unchecked")
    public K get(int place) {
      int part = partOf(place);
      return (K) keys[part][place - starts[part]];
    }

    @Override
    public int size() {
      return Order.this.size();
    }
  }
}
