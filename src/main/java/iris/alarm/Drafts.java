package iris.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a step may change of one map of the board: a draft is made when somebody asks for it, so that a step about one
 * feed of ten thousand makes the drafts of one. Lives inside one call of {@link Board#after}.
 *
 * @param <S> what the board shows, {@code <M>} what it remembers, {@code <D>} the draft of both
 */
final class Drafts<K, S, M, D> {
  /**
   * @param changed keys whose state or memory is another than before, came or went
   */
  record Frozen<K, S, M>(Roll<K, S> states, Roll<K, M> memories, Set<K> changed) {}

  private final Roll<K, S> states;
  private final Roll<K, M> memories;
  private final BiFunction<S, @Nullable M, D> making;
  private final Map<K, D> made = new HashMap<>();
  private final Map<K, D> added = new LinkedHashMap<>();
  private final Set<K> gone = new HashSet<>();

  Drafts(Map<K, S> states, Map<K, M> memories, BiFunction<S, @Nullable M, D> making) {
    this.states = Roll.of(states);
    this.memories = Roll.of(memories);
    this.making = making;
  }

  @Nullable D get(K key) {
    D draft = made.get(key);
    if (draft != null || !waits(key)) return draft;
    draft = making.apply(state(key), memories.get(key));
    made.put(key, draft);
    return draft;
  }

  /** On the board and not yet looked at. */
  private boolean waits(K key) {
    return states.containsKey(key) && !gone.contains(key);
  }

  boolean containsKey(K key) {
    return made.containsKey(key) || waits(key);
  }

  D computeIfAbsent(K key, Function<K, D> first) {
    D known = get(key);
    if (known != null) return known;
    D draft = first.apply(key);
    made.put(key, draft);
    added.put(key, draft);
    return draft;
  }

  /** What the board shows under this key, whatever has become of it in this step. */
  S state(K key) {
    return Objects.requireNonNull(states.get(key));
  }

  void remove(K key) {
    made.remove(key);
    added.remove(key);
    if (states.containsKey(key)) gone.add(key);
  }

  /** Of those that somebody looked at in this step. */
  void removeSeen(Predicate<D> which) {
    for (Map.Entry<K, D> e : List.copyOf(made.entrySet())) if (which.test(e.getValue())) remove(e.getKey());
  }

  /** These and no others, in this order. */
  void replace(Map<K, D> all) {
    gone.addAll(states.keys());
    made.clear();
    added.clear();
    made.putAll(all);
    added.putAll(all);
  }

  int size() {
    return states.size() - gone.size() + added.size();
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** In their order: those of the board, then those that came in this step. */
  List<K> keys() {
    List<K> all = new ArrayList<>(size());
    for (K key : states.keys()) if (!gone.contains(key)) all.add(key);
    all.addAll(added.keySet());
    return all;
  }

  List<D> values() {
    return keys().stream().map(key -> Objects.requireNonNull(get(key))).toList();
  }

  /** Those that came in this step, in their order. */
  Collection<D> added() {
    return added.values();
  }

  /** Those that somebody looked at, in no order. */
  Collection<D> seen() {
    return made.values();
  }

  /** Where this key stands among those of the board; -1 for one that came in this step. */
  int place(K key) {
    return gone.contains(key) ? -1 : states.place(key);
  }

  /** The one that stands there among those of the board. */
  K at(int place) {
    return states.keys().get(place);
  }

  boolean rearranged() {
    return !added.isEmpty() || !gone.isEmpty();
  }

  /**
   * @param anew the order is made from all keys, not from the one before
   * @param group those of a group stand together, the groups rising
   */
  Frozen<K, S, M> freeze(Function<D, S> state, Function<D, M> memory, boolean anew, ToIntFunction<K> group) {
    boolean whole = anew || !states.sameKeys(memories);
    // A board put together by hand may remember nothing.
    if (whole) for (K key : keys()) if (!memories.containsKey(key)) get(key);
    Map<K, S> nextStates = new HashMap<>();
    Map<K, M> nextMemories = new HashMap<>();
    Set<K> changed = new HashSet<>(gone);
    made.forEach((key, draft) -> {
      S s = state.apply(draft);
      M m = memory.apply(draft);
      if (s == states.get(key) && m == memories.get(key)) return;
      nextStates.put(key, s);
      nextMemories.put(key, m);
      changed.add(key);
    });
    if (whole) {
      List<K> order = keys();
      // Nearly always in order already: a stable sort of that is one pass.
      order.sort(Comparator.comparingInt(group));
      Roll<K, S> all = Roll.of(order, group, key -> found(key, nextStates, states));
      return new Frozen<>(all, all.each(key -> found(key, nextMemories, memories)), changed);
    }
    if (!rearranged()) return new Frozen<>(states.with(nextStates), memories.with(nextMemories), changed);
    Order.Edit<K> edit = states.edit(gone, added.keySet(), group);
    return new Frozen<>(states.after(edit, key -> found(key, nextStates, states), nextStates),
        memories.after(edit, key -> found(key, nextMemories, memories), nextMemories), changed);
  }

  private static <K, V> V found(K key, Map<K, V> next, Map<K, V> before) {
    V anew = next.get(key);
    return anew != null ? anew : Objects.requireNonNull(before.get(key));
  }
}
