package iris.agent.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for the one thread of a source that was told to end. */
public final class Ending {
  private Ending() {}

  /**
   * Waits at most {@code limit}; an interrupted wait leaves the interruption set.
   *
   * @param thread null for a source that was never started
   * @param log of the source
   * @param late what is logged where the thread still runs
   */
  public static void await(@Nullable Thread thread, Duration limit, System.Logger log, String late) {
    if (thread == null) return;
    try {
      if (!thread.join(limit)) log.log(System.Logger.Level.WARNING, late);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
