package iris.alarm;

import iris.signal.Contact;
import iris.signal.Report;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A tick, and a poll that finds nothing new, of a board that looks at everything and of one that looks at what is due:
 * in turns in one process, in processor time and bytes of the thread. {@code [services] [windows of each]}
 */
public final class LazyTicks {
  private static final int ROUNDS = 60;

  private LazyTicks() {}

  public static void main(String[] args) {
    int services = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int windows = args.length > 1 ? Integer.parseInt(args[1]) : 288;
    Now now = new Now(Instant.parse("2026-11-22T06:00:10Z"), Duration.ofHours(1));
    Board first = Scenes.board(services, windows, now);
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofSeconds(2));
      first = first.after(new Input.Tick(), now).board();
    }
    Board board = first;
    Now then = now.plus(Duration.ofSeconds(10));
    Now soon = now.plus(Duration.ofMillis(200));
    Input poll = new Input.Heard(new Report.Unchanged(Scenes.feed(services / 2), Contact.NOTHING_KNOWN));
    String[] what = {"tick, looks at everything", "tick, looks at what is due", "poll that finds nothing new"};
    var steps = java.util.List.<Supplier<Outcome>>of(() -> board.eagerlyAfter(new Input.Tick(), then),
        () -> board.after(new Input.Tick(), then), () -> board.after(poll, soon));
    long[][] nanos = new long[steps.size()][ROUNDS];
    long[] bytes = new long[steps.size()];
    for (int round = -ROUNDS; round < ROUNDS; round++)
      for (int s = 0; s < steps.size(); s++) {
        long at = cpu();
        long had = allocated();
        if (steps.get(s).get().board() == board) throw new IllegalStateException("no step");
        bytes[s] = allocated() - had;
        if (round >= 0) nanos[s][round] = cpu() - at;
      }
    for (int s = 0; s < steps.size(); s++) {
      Arrays.sort(nanos[s]);
      System.out.printf("%d services, %s: best %.3f ms, median %.3f ms, %d KB%n", services, what[s], nanos[s][0] / 1e6,
          nanos[s][ROUNDS / 2] / 1e6, bytes[s] >> 10);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
