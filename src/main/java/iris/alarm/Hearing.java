package iris.alarm;

import iris.signal.Body;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report changes. A report about a feed that is no longer configured changes nothing. */
final class Hearing {
  private Hearing() {}

  static void hear(Draft d, Report report) {
    switch (report) {
      case Report.Health h -> Console.health(d, h);
      case Report.Checked c -> {
        d.check(new Memory.Check(c.vantage(), c.source(), c.well(), c.why(), d.now.mono(), c.took()));
        d.concern(c.source());
        d.concernFeed(c.source());
      }
      case Report.Switching s -> Fallbacks.progress(d, s);
      case Report.FallbackSeen s -> Fallbacks.see(d, s);
      case Report.Customary c -> Drifting.learn(d, c.norms());
      case Report.Published p -> feed(d, p.source()).ifPresent(f -> published(d, f, p));
      case Report.Unchanged u -> feed(d, u.source()).ifPresent(f -> {
        contact(d, f, u.contact());
        // The server insists on what looked like an older copy: it is what the page says now.
        f.unsay("older-copy");
        Supervising.valid(d, f, u.contact());
        Restarting.answered(d, f);
      });
      case Report.Unreached u -> feed(d, u.source()).ifPresent(f -> Supervising.failed(d, f, u.why(), false));
      case Report.Unreadable u -> feed(d, u.source()).ifPresent(f -> {
        f.contact = u.contact();
        Supervising.failed(d, f, u.why(), true);
      });
    }
  }

  private static Optional<FeedDraft> feed(Draft d, String id) {
    return Optional.ofNullable(d.feeds.get(id));
  }

  private static void published(Draft d, FeedDraft f, Report.Published p) {
    Bulletin b = p.bulletin();
    Map<ServiceDraft, List<Item>> windows = sort(d, f, b);
    if (p.backfill()) {
      windows.forEach((s, items) -> Arriving.archive(d, s, items));
      Incidents.archive(d, f, b.incidents());
      return;
    }
    boolean blind = !f.seen();
    head(d, f, b);
    contact(d, f, p.contact());
    Map<ServiceDraft, List<Arrival>> arrivals = new LinkedHashMap<>();
    d.servicesOf(f.id).forEach(s -> {
      List<Item> items = windows.getOrDefault(s, List.of());
      arrivals.put(s, items.isEmpty() ? List.of() : Arriving.accept(d, f, s, items, blind));
    });
    Supervising.valid(d, f, p.contact());
    Incidents.hear(d, f, b, arrivals);
    Restarting.answered(d, f);
  }

  /** The services that the document names, known to the board from here on, and their windows. */
  private static Map<ServiceDraft, List<Item>> sort(Draft d, FeedDraft f, Bulletin b) {
    for (Service s : b.services()) Services.of(d, f, s);
    if (b.services().isEmpty() && b.dialect() != Dialect.IRIS) Services.of(d, f, new Service(f.id, f.name, List.of()));
    Map<ServiceDraft, List<Item>> windows = new LinkedHashMap<>();
    Map<String, ServiceDraft> named = new LinkedHashMap<>();
    for (Item item : b.items()) {
      Body body = item.body();
      if (body instanceof Window w) {
        ServiceDraft s = named.computeIfAbsent(w.service(), id -> Services.named(d, f, id));
        windows.computeIfAbsent(s, _ -> new ArrayList<>()).add(item);
      } else if (body instanceof Maintenance m) {
        Maintaining.hear(d, named.computeIfAbsent(m.service(), id -> Services.named(d, f, id)), m, item.published());
      }
    }
    for (Incident i : b.incidents()) named.computeIfAbsent(i.service(), id -> Services.named(d, f, id));
    d.servicesOf(f.id).forEach(s -> Maintaining.pass(d, s));
    Services.configure(d);
    return windows;
  }

  private static void head(Draft d, FeedDraft f, Bulletin b) {
    boolean same = f.channel.filter(c -> c.title().equals(b.channel().title())).isPresent();
    // A feed whose figures we read does not become a page without any because one document forgot them.
    Optional<Duration> said = b.channel().period().or(() -> same && f.newest.isPresent() ? f.period : Optional.empty());
    f.channel = Optional.of(b.channel());
    // A period set for a page without statistics would wait for windows that never come.
    f.period = (b.dialect() == Dialect.IRIS ? ruled(d, f).or(() -> said) : said).map(Supervising::sane);
    Optional<Instant> built = b.channel().built().filter(at -> !at.isAfter(d.wall().plus(Arriving.AHEAD)));
    boolean older = f.built.isPresent() && built.isPresent() && built.get().isBefore(f.built.get().minusSeconds(60));
    if (older && f.once("older-copy")) d.note(f.id, "alarm.note.older-copy", built.get(), f.built.get());
    if (!older) f.unsay("older-copy");
    f.built = built.or(() -> f.built);
    boolean empty = f.period.isPresent() && b.items().isEmpty();
    if (empty && f.once("empty")) d.note(f.id, "alarm.note.empty");
    if (!empty) f.unsay("empty");
  }

  private static Optional<Duration> ruled(Draft d, FeedDraft f) {
    return d.ruled(f.id).flatMap(Rules.FeedRules::period);
  }

  private static void contact(Draft d, FeedDraft f, Contact c) {
    f.contact = c;
    Console.clock(d, f, c);
    Console.certificate(d, f, c);
    boolean copy = c.cacheAge().map(a -> a.compareTo(Supervising.POLL) > 0).orElse(false);
    if (copy && f.once("cached")) d.note(f.id, "alarm.note.cached", c.cacheAge().get());
    if (!copy) f.unsay("cached");
  }
}
