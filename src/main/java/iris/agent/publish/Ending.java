package iris.agent.publish;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a thread of the publication: what it does now may end, for two seconds. */
final class Ending {
  private Ending() {}

  static void of(ExecutorService thread) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) thread.shutdownNow();
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
