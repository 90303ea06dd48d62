package iris.agent;

import iris.signal.Item;
import java.util.Objects;

/**
 * One thing that was published; its guid never gets another content.
 *
 * @param number rises by one with each publication of this agent, from 1; 0 for what could not be kept (a full disk)
 *     and is told until it can
 * @param item with title and text as they were said; its body repeats them exactly
 */
public record Published(long number, String service, Item item) {
  public Published {
    Objects.requireNonNull(service);
    Objects.requireNonNull(item);
    if (number < 0) throw new IllegalArgumentException("number " + number);
    if (item.published().isEmpty()) throw new IllegalArgumentException("published when? " + item.guid());
  }
}
