package iris.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The feeds that a step looks at, with all that hangs on them: one that was heard, those for which time has come, or
 * all. Lives inside one call of {@link Board#after}.
 */
final class Scope {
  /** Time is brought to whatever waits for it; else to the one feed that was heard, and the others wait for a second. */
  final boolean sweeps;
  private boolean all;
  private final Set<String> ids = new HashSet<>();

  Scope(boolean sweeps, boolean all) {
    this.sweeps = sweeps;
    this.all = all;
  }

  static Scope of(String feed) {
    Scope one = new Scope(false, false);
    one.ids.add(feed);
    return one;
  }

  static Scope everything() {
    return new Scope(true, true);
  }

  boolean isAll() {
    return all;
  }

  void widen() {
    all = true;
  }

  void add(String feed) {
    ids.add(feed);
  }

  boolean holds(String feed) {
    return all || ids.contains(feed);
  }

  /** Those of the board that are within, in its order. */
  List<String> ids(Drafts<String, ?, ?, ?> feeds) {
    if (all) return feeds.keys();
    List<String> some = new ArrayList<>(ids);
    some.removeIf(id -> !feeds.containsKey(id));
    if (some.size() > 1) some.sort(Comparator.comparingInt(feeds::place));
    return some;
  }
}
