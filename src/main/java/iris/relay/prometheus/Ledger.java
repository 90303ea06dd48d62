package iris.relay.prometheus;

import iris.relay.Backlog;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The newest of each signal. */
final class Ledger {
  /** Ids of a signal that are remembered: more than a day of windows are not delivered twice. */
  private static final int REMEMBERED = 400;

  private final Map<String, Known> known = new TreeMap<>();
  private final Map<String, Deque<String>> heard = new HashMap<>();
  private final Instant started;
  private Optional<Instant> heartbeat = Optional.empty();
  private volatile Supplier<List<Backlog>> backlogs = List::of;

  /** What stands at one moment. */
  record Sheet(Instant started, Collection<Known> known, Optional<Instant> heartbeat, List<Backlog> backlogs) {}

  Ledger(Instant started) {
    this.started = started;
  }

  void watch(Supplier<List<Backlog>> all) {
    backlogs = all;
  }

  synchronized void hear(Message m, Instant now) {
    // A heartbeat is the state of IRIS, too: its faults are in it.
    if (m.sort() == Sort.HEARTBEAT) heartbeat = heartbeat.filter(h -> h.isAfter(m.at())).or(() -> Optional.of(m.at()));
    boolean counts = m.sort() == Sort.STATISTIC || m.sort() == Sort.BEGIN;
    String id = m.signal().id();
    known.put(id, known.getOrDefault(id, Known.nothingOf(m.signal())).hear(m, now, counts && first(id, m.id())));
  }

  private boolean first(String signal, String id) {
    Deque<String> before = heard.computeIfAbsent(signal, s -> new ArrayDeque<>());
    if (before.contains(id)) return false;
    before.addLast(id);
    if (before.size() > REMEMBERED) before.removeFirst();
    return true;
  }

  /** Forgets what is watched no more: a value that nobody renews would stand for ever. */
  synchronized void keep(List<Signal> all) {
    Set<String> ids = new HashSet<>(all.stream().map(Signal::id).collect(Collectors.toSet()));
    ids.add(Signal.IRIS.id());
    known.keySet().retainAll(ids);
    heard.keySet().retainAll(ids);
  }

  Sheet sheet() {
    List<Backlog> waiting = backlogs.get();
    synchronized (this) {
      return new Sheet(started, List.copyOf(known.values()), heartbeat, waiting);
    }
  }
}
