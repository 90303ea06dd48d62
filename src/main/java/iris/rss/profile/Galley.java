package iris.rss.profile;

import iris.signal.Channel;
import iris.signal.Item;
import iris.signal.Service;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the same bytes as {@link ProfileWriter} and keeps each item as it was set: an item never changes, and a
 * document is written again at each beat of its agent. For one thread.
 */
public final class Galley {
  private static final byte[] ITEM = "\n    <item>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n  </channel>".getBytes(StandardCharsets.US_ASCII);
  private static final Channel BARE = new Channel("-", Optional.empty(), "-", "", "", Optional.empty(), 0,
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final ProfileWriter writer;
  private Map<Item, byte[]> set = Map.of();

  public Galley(ProfileWriter writer) {
    this.writer = writer;
  }

  /** As {@link ProfileWriter#write}. What is not in this document is forgotten. */
  public byte[] write(Channel head, List<Service> services, List<Item> items) {
    Map<Item, byte[]> now = HashMap.newHashMap(items.size());
    List<Item> missing = new ArrayList<>();
    for (Item item : items) {
      byte[] known = set.get(item);
      if (known != null) now.put(item, known);
      else missing.add(item);
    }
    if (!missing.isEmpty()) set(missing, now);
    set = now;
    byte[] frame = writer.write(head, services, List.of());
    int end = lastIndexOf(frame, END);
    ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length + items.size() * 2_048);
    out.write(frame, 0, end);
    for (Item item : items) out.writeBytes(now.get(item));
    out.write(frame, end, frame.length - end);
    return out.toByteArray();
  }

  /** Marks cannot stand in a text, where {@code <} is written as an entity. */
  private void set(List<Item> missing, Map<Item, byte[]> into) {
    byte[] all = writer.write(BARE, List.of(), missing);
    int end = lastIndexOf(all, END);
    int from = indexOf(all, ITEM, 0);
    for (Item item : missing) {
      int next = indexOf(all, ITEM, from + 1);
      int to = next < 0 ? end : next;
      into.put(item, java.util.Arrays.copyOfRange(all, from, to));
      from = next;
    }
  }

  private static int indexOf(byte[] in, byte[] what, int from) {
    for (int i = from; i <= in.length - what.length; i++) if (at(in, i, what)) return i;
    return -1;
  }

  private static int lastIndexOf(byte[] in, byte[] what) {
    for (int i = in.length - what.length; i >= 0; i--) if (at(in, i, what)) return i;
    throw new IllegalStateException("no end of the channel");
  }

  private static boolean at(byte[] in, int i, byte[] what) {
    for (int k = 0; k < what.length; k++) if (in[i + k] != what[k]) return false;
    return true;
  }
}
