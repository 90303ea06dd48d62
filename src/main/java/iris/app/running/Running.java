package iris.app.running;

import java.util.ArrayList;
import java.util.List;

/** Parts that run, in the order in which they started; they end in the reverse order, whatever one of them throws. */
public final class Running implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("iris");

  private final List<AutoCloseable> parts = new ArrayList<>();

  /** Takes a part to end later, and hands it back. */
  public <T extends AutoCloseable> T keep(T part) {
    parts.add(part);
    return part;
  }

  /** Each part is ended once, also where this is called twice. */
  @Override
  public void close() {
    for (AutoCloseable part : parts.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        // The others still have to end; a part that cannot end is a daemon and goes with the process.
        LOG.log(System.Logger.Level.WARNING, "not ended well: " + part, e);
        if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      }
    }
    parts.clear();
  }
}
