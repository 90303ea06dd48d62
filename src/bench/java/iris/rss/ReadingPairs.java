package iris.rss;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The readers of {@link ReadingBenchmark} in turns, in processor time of the thread: for machines whose other users
 * make wall times swing. Arguments: rounds to warm up, rounds to measure, and the names of the readers wanted.
 */
public final class ReadingPairs {
  private static long seen;

  private ReadingPairs() {}

  public static void main(String[] args) throws Exception {
    ReadingBenchmark b = new ReadingBenchmark();
    b.write();
    Map<String, Callable<Object>> readers = new LinkedHashMap<>();
    readers.put("next", b::bareNext);
    readers.put("attributes", b::bareParser);
    readers.put("texts", b::bareParserWithTexts);
    readers.put("stream", b::bareParserWithTextsFromStream);
    readers.put("iris", b::iris);
    readers.put("rome", b::rome);
    readers.keySet().retainAll(Arrays.asList(args).subList(2, args.length));
    measure(readers, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
  }

  private static void measure(Map<String, Callable<Object>> readers, int warm, int rounds) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Map<String, long[]> times = new LinkedHashMap<>();
    Map<String, Long> bytes = new LinkedHashMap<>();
    for (int round = -warm; round < rounds; round++) {
      for (Map.Entry<String, Callable<Object>> reader : readers.entrySet()) {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long from = threads.getCurrentThreadCpuTime();
        seen += reader.getValue().call() == null ? 0 : 1;
        long took = threads.getCurrentThreadCpuTime() - from;
        bytes.put(reader.getKey(), threads.getCurrentThreadAllocatedBytes() - allocated);
        if (round >= 0) times.computeIfAbsent(reader.getKey(), _ -> new long[rounds])[round] = took;
      }
    }
    times.forEach((name, t) -> {
      Arrays.sort(t);
      System.out.printf("%-12s best %.2f ms, median %.2f ms, %.1f KB an item%n", name, t[0] / 1e6,
          t[t.length / 2] / 1e6, bytes.get(name) / 1024.0 / ReadingBenchmark.ITEMS);
    });
  }
}
