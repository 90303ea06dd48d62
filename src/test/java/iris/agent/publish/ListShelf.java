package iris.agent.publish;

import iris.agent.Published;
import iris.agent.Shelf;
import iris.signal.IncidentStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A shelf in memory. */
public final class ListShelf implements Shelf {
  private final List<Published> all = new CopyOnWriteArrayList<>();

  public void put(Published p) {
    all.add(p);
  }

  private static Instant at(Published p) {
    return p.item().published().orElseThrow();
  }

  @Override
  public List<Published> between(String service, Instant from, Instant until) {
    List<Published> found = new ArrayList<>(all.stream()
        .filter(p -> p.service().equals(service) && !at(p).isBefore(from) && at(p).isBefore(until)).toList());
    found.sort(Comparator.comparing(Published::number).reversed());
    return found;
  }

  @Override
  public List<Published> open(String service) {
    Set<String> closed = all.stream().map(p -> p.item().body()).filter(IncidentStep.class::isInstance)
        .map(IncidentStep.class::cast).filter(s -> s.state() == IncidentStep.State.CLOSED).map(IncidentStep::id)
        .collect(Collectors.toSet());
    return all.stream().filter(p -> p.service().equals(service) && p.item().body() instanceof IncidentStep s
        && !closed.contains(s.id())).toList().reversed();
  }

  @Override
  public Optional<Instant> oldest(String service) {
    return all.stream().filter(p -> p.service().equals(service)).map(ListShelf::at).min(Comparator.naturalOrder());
  }
}
