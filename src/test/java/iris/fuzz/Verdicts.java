package iris.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** A trial's word, and whether what it took was in proportion. */
final class Verdicts {
  /** What any document may cost, however small. */
  private static final long FREE = 96L << 20;
  /** ROME takes some hundred times the bytes of a document; ten thousand times would be a bomb. */
  private static final long TIMES = 3_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Verdicts() {}

  /** Why this input is to be kept; empty where all is well. */
  static Optional<String> of(Trial trial, byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Optional<String> complaint;
    try {
      complaint = trial.judge(input);
    } catch (RuntimeException | Error thrown) {
      StackTraceElement[] where = thrown.getStackTrace();
      return Optional.of("threw " + thrown + (where.length == 0 ? "" : " at " + where[0]) + ours(where));
    }
    long took = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (complaint.isEmpty() && took > FREE + TIMES * input.length)
      return Optional.of("took " + (took >> 20) + " MB for " + input.length + " bytes");
    return complaint;
  }

  private static String ours(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack)
      if (frame.getClassName().startsWith("iris.") && !frame.getClassName().startsWith("iris.fuzz"))
        return " by " + frame;
    return "";
  }
}
