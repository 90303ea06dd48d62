package iris.agent.book;

import iris.agent.book.Memory.Opened;
import iris.agent.book.Memory.Phase;
import iris.agent.book.Memory.Work;
import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What still stands published of a service whose book is lost. A new book takes it up, or it would stand in the feed
 * for ever. What it rested on is not known any more: so it is treated as a person's word, which only a person ends.
 */
final class Adopting {
  private static final Pattern ID = Pattern.compile("(\\d{8})T\\d{4}Z-(\\d{1,9})");

  private Adopting() {}

  /** @param standing all steps of incidents that are open and of maintenance that is not over, newest first */
  static Book.State of(Book.State s, List<Item> standing) {
    Map<String, Item> incidents = new LinkedHashMap<>();
    Map<String, Item> works = new LinkedHashMap<>();
    for (Item item : standing) {
      switch (item.body()) {
        case IncidentStep step -> incidents.merge(step.id(), item, Adopting::later);
        case Maintenance work -> works.putIfAbsent(work.id(), item);
        case Body _ -> { }
      }
    }
    List<Opened> open = new ArrayList<>();
    List<Phase> phases = new ArrayList<>();
    incidents.values().forEach(item -> adopt((IncidentStep) item.body(), item, open, phases));
    List<Work> planned = works.values().stream().map(item -> work((Maintenance) item.body(), standing)).toList();
    Optional<Instant> said = standing.stream().flatMap(i -> i.published().stream()).max(Instant::compareTo);
    Map<String, Integer> issued = new HashMap<>(s.issued());
    incidents.keySet().forEach(id -> issued(id, issued));
    works.keySet().forEach(id -> issued(id, issued));
    return new Book.State(s.at(), said.or(s::said), s.settles(), s.frames(), s.published(), s.missed(), s.verdict(),
        s.lastWindow(), s.checks(), s.traffic(), open, phases, s.floor(), s.openings(), planned, issued, s.closed(),
        s.troubles(), s.certificates());
  }

  private static Item later(Item one, Item other) {
    return ((IncidentStep) one.body()).sequence() >= ((IncidentStep) other.body()).sequence() ? one : other;
  }

  private static void adopt(IncidentStep step, Item item, List<Opened> open, List<Phase> phases) {
    open.add(new Opened(step.id(), true, true, Optional.empty(), step.sequence(), step.severity(), step.origin(),
        step.party(), step.since(), item.published().orElse(step.since()), false, Optional.empty()));
    phases.add(new Phase(step.id(), true, step.severity(), step.since(), Optional.empty()));
  }

  /** Its revision is part of a guid: as often as this state was said. */
  private static Work work(Maintenance m, List<Item> standing) {
    int revision = (int) standing.stream().map(Item::body)
        .filter(b -> b instanceof Maintenance other && other.id().equals(m.id()) && other.state() == m.state()).count();
    return new Work(m.id(), m.state(), revision, m.from(), m.to(), "", "");
  }

  /** A name that was given is never given again. */
  private static void issued(String id, Map<String, Integer> issued) {
    Matcher parts = ID.matcher(id);
    if (parts.matches()) issued.merge(parts.group(1), Integer.parseInt(parts.group(2)), Math::max);
  }
}
