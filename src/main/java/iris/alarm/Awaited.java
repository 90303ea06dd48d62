package iris.alarm;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;

/** Feeds of which an answer is awaited: one that came is taken out without a copy of the others. Never changes. */
final class Awaited extends AbstractSet<String> {
  private final Roll<String, Boolean> ids;

  private Awaited(Roll<String, Boolean> ids) {
    this.ids = ids;
  }

  static Awaited of(Collection<String> ids) {
    if (ids instanceof Awaited same) return same;
    return new Awaited(Roll.of(ids.stream().distinct().toList(), _ -> 0, _ -> true));
  }

  Awaited without(String id) {
    return new Awaited(ids.without(id));
  }

  @Override
  public boolean contains(Object id) {
    return ids.containsKey(id);
  }

  @Override
  public Iterator<String> iterator() {
    return ids.keys().iterator();
  }

  @Override
  public int size() {
    return ids.size();
  }
}
