package iris.relay.passive;

import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Seen;
import iris.relay.Signal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was meant with the level that a server holds: where the mapping tells it UNKNOWN as CRITICAL, a CRITICAL that is
 * read back is that UNKNOWN, not a server that disagrees.
 */
public final class Meant {
  private record Told(Level meant, Level said) {}

  private final Map<Signal, Told> last = new ConcurrentHashMap<>();

  /** The server took it. */
  public void told(Message m, PassiveResult as) {
    last.put(m.signal(), new Told(m.level(), as.level()));
  }

  public Seen of(Signal signal, Seen seen) {
    Told told = last.get(signal);
    return seen instanceof Seen.Holds(Level level, String text) && told != null && told.said() == level
        ? new Seen.Holds(told.meant(), text) : seen;
  }
}
