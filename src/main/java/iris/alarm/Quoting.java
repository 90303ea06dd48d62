package iris.alarm;

import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.IncidentStep;
import iris.signal.Item;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the items of a document that say what is new of an incident. */
final class Quoting {
  private static final Comparator<Item> IN_ORDER = Comparator
      .comparingInt((Item i) -> i.body() instanceof IncidentStep s ? s.sequence() : 0)
      .thenComparing(Quoting::said);

  private Quoting() {}

  /** Those that came since {@code known} was told, oldest first; a page that is rewritten in place has but one. */
  static List<Quote> of(Bulletin b, Incident i, Optional<Incident> known) {
    // RSS puts the newest first: of two as new, the one further down was said before.
    List<Item> items = b.items().reversed().stream().filter(item -> about(item, i)).sorted(IN_ORDER).toList();
    int news = Math.max(1, i.updates() - known.map(Incident::updates).orElse(0));
    return items.subList(Math.max(0, items.size() - news), items.size()).stream()
        .map(item -> quote(b.dialect(), item, i, item == items.getLast())).toList();
  }

  private static boolean about(Item item, Incident i) {
    boolean elsewhere = item.body() instanceof IncidentStep s && !s.service().equals(i.service());
    return !elsewhere && (item.incident().equals(Optional.of(i.id())) || item.guid().equals(i.id()));
  }

  /** The text of a foreign item may tell all that ever happened: what is new in it was found by its dialect. */
  private static Quote quote(Dialect dialect, Item item, Incident i, boolean newest) {
    String text = dialect == Dialect.IRIS ? item.text() : newest ? i.sentence() : "";
    return new Quote(item.guid(), item.title(), text, item.updated().or(item::published));
  }

  private static Instant said(Item item) {
    return item.updated().or(item::published).orElse(Instant.MIN);
  }
}
