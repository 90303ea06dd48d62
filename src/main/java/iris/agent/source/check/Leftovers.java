package iris.agent.source.check;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many outputs of one command are still open though the command ended: it left a process behind that holds them.
 * Each costs a thread, so after a few the command is not run again until they have gone.
 */
final class Leftovers {
  private static final int MOST = 6;
  private final AtomicInteger open = new AtomicInteger();

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  boolean tooMany() {
    return open.get() >= MOST;
  }
}
