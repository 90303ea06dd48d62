package iris.alarm;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A roll that counts how many of its values were looked at one after the other: work, whatever the machine. */
public final class CountingRoll<K, V> extends Roll<K, V> {
  private final LongAdder looked = new LongAdder();

  public CountingRoll(Map<K, V> map) {
    super(Roll.of(map));
  }

  public long looked() {
    return looked.sum();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    Set<Map.Entry<K, V>> all = super.entrySet();
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        Iterator<Map.Entry<K, V>> each = all.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Map.Entry<K, V> next() {
            looked.increment();
            return each.next();
          }
        };
      }

      @Override
      public int size() {
        return all.size();
      }
    };
  }
}
