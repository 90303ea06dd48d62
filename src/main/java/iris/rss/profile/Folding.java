package iris.rss.profile;

import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Proof;
import iris.signal.Severity;
import iris.signal.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items to incidents, one for each service and id. Where a foreign feed has only the dates of its updates, the profile
 * states {@code since} and {@code until}: those are the true times and are taken for opened and closed, the item's date
 * only where they are not given. The last step decides: highest sequence, then newest date, then place in the document
 * (RSS puts the newest first). A maintenance is open while planned or running; a notice is never open, but what calls
 * itself by a word that nobody knows is.
 */
final class Folding {
  static final String RULE = "iris.element";
  private static final String UNKNOWN_KIND = "iris.unknown-kind";

  private record Step(Item item, IncidentStep step) {}

  private record Work(Item item, Maintenance work) {}

  private record Key(String service, String id) {}

  private static final Comparator<Item> BY_DATE = Comparator.comparing(i -> i.published().orElse(Instant.MIN));

  private Folding() {}

  /** In the order in which the document names them first. */
  static List<Incident> fold(List<Item> items, String onlyService) {
    Map<Key, List<Step>> steps = new LinkedHashMap<>();
    Map<Key, List<Work>> works = new LinkedHashMap<>();
    List<Item> notices = new ArrayList<>();
    for (Item item : items) {
      switch (item.body()) {
        case IncidentStep s ->
          steps.computeIfAbsent(new Key(s.service(), s.id()), _ -> new ArrayList<>()).add(new Step(item, s));
        case Maintenance m ->
          works.computeIfAbsent(new Key(m.service(), m.id()), _ -> new ArrayList<>()).add(new Work(item, m));
        case Note _ -> notices.add(item);
        case Window _ -> {}
      }
    }
    List<Incident> all = new ArrayList<>();
    steps.values().forEach(s -> all.add(incident(s)));
    works.values().forEach(w -> all.add(maintenance(w)));
    notices.forEach(n -> all.add(notice(n, onlyService)));
    return all;
  }

  private static Incident incident(List<Step> steps) {
    List<Step> order = new ArrayList<>(steps.reversed());
    order.sort(Comparator.comparingInt((Step s) -> s.step().sequence()).thenComparing(Step::item, BY_DATE));
    Step last = order.getLast();
    IncidentStep s = last.step();
    boolean open = s.state() != IncidentStep.State.CLOSED;
    String sentence = s.cause().isEmpty() ? last.item().title() : s.cause();
    return new Incident(s.id(), s.service(), last.item().title(),
        s.severity() == Severity.OUTAGE ? Incident.Kind.OUTAGE : Incident.Kind.DEGRADATION, open,
        Optional.of(s.origin()), s.party(), Optional.of(order.getFirst().step().since()),
        open ? Optional.empty() : s.until().or(last.item()::published),
        updates(steps.stream().map(Step::item).toList()), RULE, sentence, by(last.item()));
  }

  private static Incident maintenance(List<Work> works) {
    List<Work> order = new ArrayList<>(works.reversed());
    order.sort(Comparator.comparing(Work::item, BY_DATE).thenComparing(w -> w.work().state()));
    Work last = order.getLast();
    Maintenance m = last.work();
    boolean open = m.state() == Maintenance.State.PLANNED || m.state() == Maintenance.State.RUNNING;
    Optional<Instant> end = m.state() == Maintenance.State.DONE ? Optional.of(m.to()) : last.item().published();
    return new Incident(m.id(), m.service(), last.item().title(), Incident.Kind.MAINTENANCE, open, Optional.empty(),
        Optional.empty(), Optional.of(m.from()), open ? Optional.empty() : end,
        updates(works.stream().map(Work::item).toList()), RULE, last.item().title(), by(last.item()));
  }

  /** One of a kind that nobody knows stays open until a person says what it is. */
  private static Incident notice(Item item, String service) {
    boolean unclear = item.body() instanceof Note note && !note.kind().isEmpty();
    Optional<Instant> closed = unclear ? Optional.empty() : item.published();
    return new Incident(item.guid(), service, item.title(),
        unclear ? Incident.Kind.UNCLASSIFIED : Incident.Kind.NOTICE, unclear, Optional.empty(), Optional.empty(),
        item.published(), closed, 1, unclear ? UNKNOWN_KIND : RULE, item.title(), by(item));
  }

  private static Proof by(Item item) {
    return new Proof(item.guid(), List.of());
  }

  /** The same revision twice is one update. */
  private static int updates(List<Item> items) {
    return (int) items.stream().map(Item::revision).distinct().count();
  }
}
