package iris.agent.publish;

import iris.agent.Published;
import iris.signal.Window;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the server did since it started, for {@code /metrics}. */
final class Counter {
  private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> windows = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> publications = new ConcurrentHashMap<>();
  private final AtomicLong newest = new AtomicLong();
  private final LongAdder slow = new LongAdder();
  private final LongAdder idle = new LongAdder();

  void answered(int status) {
    add(byStatus, status);
  }

  /** @param answering whether an answer was not taken; else no request came */
  void cut(boolean answering) {
    (answering ? slow : idle).increment();
  }

  void published(Collection<Published> news) {
    for (Published p : news) {
      add(publications, p.service());
      if (p.item().body() instanceof Window) add(windows, p.service());
      newest.accumulateAndGet(p.number(), Math::max);
    }
  }

  private static <K> void add(Map<K, LongAdder> to, K key) {
    to.computeIfAbsent(key, k -> new LongAdder()).increment();
  }

  Map<Integer, LongAdder> byStatus() {
    return new TreeMap<>(byStatus);
  }

  long windows(String service) {
    return windows.containsKey(service) ? windows.get(service).sum() : 0;
  }

  long publications(String service) {
    return publications.containsKey(service) ? publications.get(service).sum() : 0;
  }

  long newest() {
    return newest.get();
  }

  long slow() {
    return slow.sum();
  }

  long idle() {
    return idle.sum();
  }
}
