package iris.alarm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values by the hash of their key. Never changes: one with another key shares with the one that it was made from all but
 * the few nodes on the way to it, so that of ten thousand keys one comes or goes without a copy of the others.
 */
final class Trie<K, V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** The slots that are there, of thirty-two; each leads to another node or to a leaf. */
  private record Node(int there, Object[] slots) {
    int place(int bit) {
      return Integer.bitCount(there & bit - 1);
    }

    Node with(int bit, Object slot) {
      int place = place(bit);
      if ((there & bit) != 0) {
        Object[] same = slots.clone();
        same[place] = slot;
        return new Node(there, same);
      }
      Object[] more = new Object[slots.length + 1];
      System.arraycopy(slots, 0, more, 0, place);
      more[place] = slot;
      System.arraycopy(slots, place, more, place + 1, slots.length - place);
      return new Node(there | bit, more);
    }

    Node without(int bit) {
      int place = place(bit);
      Object[] less = new Object[slots.length - 1];
      System.arraycopy(slots, 0, less, 0, place);
      System.arraycopy(slots, place + 1, less, place, less.length - place);
      return new Node(there & ~bit, less);
    }
  }

  /** {@code next}: another key with the very same hash. */
  private record Leaf(int hash, Object key, Object value, @Nullable Leaf next) {
    @Nullable Leaf without(Object gone) {
      if (key.equals(gone)) return next;
      return next == null ? this : new Leaf(hash, key, value, next.without(gone));
    }
  }

  private static final Node NOTHING = new Node(0, new Object[0]);
  private static final Trie<?, ?> EMPTY = new Trie<>(NOTHING);

  private final Node root;

  private Trie(Node root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked")
  static <K, V> Trie<K, V> empty() {
    return (Trie<K, V>) EMPTY;
  }

  /** The lower bits of a hash decide first, and those of names that are counted on differ little. */
  private static int hash(Object key) {
    int h = key.hashCode() * 0x9E3779B9;
    return h ^ h >>> 16;
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(Object key) {
    int hash = hash(key);
    Node node = root;
    for (int shift = 0; ; shift += BITS) {
      int bit = bit(hash, shift);
      if ((node.there & bit) == 0) return null;
      Object slot = node.slots[node.place(bit)];
      if (slot instanceof Node deeper) {
        node = deeper;
        continue;
      }
      for (Leaf leaf = (Leaf) slot; leaf != null; leaf = leaf.next)
        if (leaf.hash == hash && leaf.key.equals(key)) return (V) leaf.value;
      return null;
    }
  }

  Trie<K, V> with(K key, V value) {
    return new Trie<>(put(root, new Leaf(hash(key), key, Objects.requireNonNull(value), null), 0));
  }

  private static Node put(Node node, Leaf leaf, int shift) {
    int bit = bit(leaf.hash, shift);
    if ((node.there & bit) == 0) return node.with(bit, leaf);
    Object slot = node.slots[node.place(bit)];
    if (slot instanceof Node deeper) return node.with(bit, put(deeper, leaf, shift + BITS));
    Leaf there = (Leaf) slot;
    if (there.hash == leaf.hash) return node.with(bit, new Leaf(leaf.hash, leaf.key, leaf.value, there.without(leaf.key)));
    Node both = put(NOTHING.with(bit(there.hash, shift + BITS), there), leaf, shift + BITS);
    return node.with(bit, both);
  }

  Trie<K, V> without(K key) {
    return get(key) == null ? this : new Trie<>(remove(root, hash(key), key, 0));
  }

  /** Of a key that is there. */
  private static Node remove(Node node, int hash, Object key, int shift) {
    int bit = bit(hash, shift);
    Object slot = node.slots[node.place(bit)];
    Object rest = slot instanceof Node deeper ? remove(deeper, hash, key, shift + BITS) : ((Leaf) slot).without(key);
    return rest == null || rest instanceof Node empty && empty.there == 0 ? node.without(bit) : node.with(bit, rest);
  }
}
