package iris.agent.publish;

import iris.agent.Published;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the current document of one service holds: the items of a day, and what is still open whatever its age. Newest
 * first, each guid once. Immutable.
 */
final class Stock {
  static final Duration DAY = Duration.ofDays(1);
  static final Stock EMPTY = new Stock(List.of());
  private static final Comparator<Published> NEWEST = Comparator
      .comparing((Published p) -> p.item().published().orElseThrow())
      .thenComparing(p -> p.number() == 0 ? Long.MAX_VALUE : p.number()).reversed();

  private final List<Published> all;

  private Stock(List<Published> all) {
    this.all = all;
  }

  List<Published> all() {
    return all;
  }

  List<Item> items() {
    return all.stream().map(Published::item).toList();
  }

  /** What is told again, since it could not be kept the first time, stays as it was said first. */
  Stock plus(Collection<Published> news) {
    if (news.isEmpty()) return this;
    Map<String, Published> byGuid = new LinkedHashMap<>();
    for (Published p : all) byGuid.put(p.item().guid(), p);
    for (Published p : news) {
      Published known = byGuid.get(p.item().guid());
      if (known == null || known.number() == 0 && p.number() > 0) byGuid.put(p.item().guid(), p);
    }
    return new Stock(byGuid.values().stream().sorted(NEWEST).toList());
  }

  /** @param windows at most, the newest */
  Stock at(Instant now, int windows) {
    Instant since = now.minus(DAY);
    Set<String> open = open();
    List<Published> kept = new ArrayList<>();
    int seen = 0;
    for (Published p : all) {
      if (p.item().body() instanceof Window && ++seen > windows) continue;
      boolean recent = p.item().published().orElseThrow().isAfter(since);
      if (recent || p.item().incident().filter(open::contains).isPresent()) kept.add(p);
    }
    return kept.size() == all.size() ? this : new Stock(List.copyOf(kept));
  }

  /** Ids of incidents and maintenance that are not over. */
  private Set<String> open() {
    Map<String, IncidentStep> last = new HashMap<>();
    Set<String> works = new HashSet<>();
    Set<String> open = new HashSet<>();
    for (Published p : all) {
      if (p.item().body() instanceof IncidentStep s)
        last.merge(s.id(), s, (a, b) -> a.sequence() >= b.sequence() ? a : b);
      else if (p.item().body() instanceof Maintenance m && works.add(m.id())
          && m.state().compareTo(Maintenance.State.DONE) < 0) open.add(m.id());
    }
    for (IncidentStep s : last.values()) if (s.state() != IncidentStep.State.CLOSED) open.add(s.id());
    return open;
  }
}
