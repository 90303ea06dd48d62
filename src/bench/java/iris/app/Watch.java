package iris.app;

import iris.alarm.Input;
import iris.flow.Mailbox;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks five times a second at what waits and what is used, and says what it saw since it said so last. */
final class Watch {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final List<String> THREADS = List.of("iris-desk", "iris-journal", "iris-relay");

  private final Mailbox<Input> inputs;
  private int waiting;
  private long heap;
  private long began = System.nanoTime();
  private long cpu = processor();
  private Map<String, Long> threads = threads();
  private long reached = -1;

  Watch(Mailbox<Input> inputs) {
    this.inputs = inputs;
  }

  /** @param all what is waited for; when it came true is said */
  void pass(Duration time, BooleanSupplier all) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      waiting = Math.max(waiting, inputs.size());
      heap = Math.max(heap, heap());
      if (reached < 0 && all.getAsBoolean()) reached = System.nanoTime() - began;
    }
  }

  void say(String when) {
    double seconds = (System.nanoTime() - began) / 1e9;
    Map<String, Long> now = threads();
    StringBuilder each = new StringBuilder();
    now.forEach((name, nanos) ->
        each.append(String.format(", %s %.1f %%", name, (nanos - threads.getOrDefault(name, 0L)) / 1e7 / seconds)));
    System.out.printf("%s: inputs waiting at most %d, now %d; heap at most %d MB; %.0f %% of a core, servers included%s%s%n",
        when, waiting, inputs.size(), heap, (processor() - cpu) / 1e7 / seconds, each,
        reached < 0 ? "" : String.format("; all fresh after %.0f s", reached / 1e9));
    waiting = 0;
    heap = 0;
    reached = -1;
    began = System.nanoTime();
    cpu = processor();
    threads = now;
  }

  /** In use, in megabytes. */
  static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** Processor time of those through which every input goes, in nanoseconds. */
  private static Map<String, Long> threads() {
    var bean = ManagementFactory.getThreadMXBean();
    Map<String, Long> times = new LinkedHashMap<>();
    for (ThreadInfo info : bean.getThreadInfo(bean.getAllThreadIds()))
      if (info != null && THREADS.contains(info.getThreadName()))
        times.put(info.getThreadName(), bean.getThreadCpuTime(info.getThreadId()));
    return times;
  }
}
