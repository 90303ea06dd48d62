package iris.agent.book;

import iris.agent.book.Announcement.Amend;
import iris.agent.book.Announcement.Cancel;
import iris.agent.book.Announcement.Close;
import iris.agent.book.Announcement.Notice;
import iris.agent.book.Announcement.Open;
import iris.agent.book.Announcement.Plan;
import iris.agent.book.Announcement.Replan;
import iris.agent.book.Memory.Opened;
import iris.agent.book.Memory.Work;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why something that a person says cannot be. */
final class Refusing {
  /** Consoles honour no more of one maintenance; longer work is planned in parts. */
  static final Duration LONGEST_WORK = Duration.ofHours(24);
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final int MOST_WORKS = 50;
  private static final int MOST_OPEN = 20;
  private static final int LONGEST_TEXT = 2000;

  private Refusing() {}

  static Optional<Reason> of(Draft d, Announcement a) {
    if (!a.service().equals(d.service())) return refuse("service", a.service());
    if (a.author().isBlank()) return refuse("author");
    if (a.text().length() > LONGEST_TEXT) return refuse("text-too-long", a.text().length(), LONGEST_TEXT);
    return switch (a) {
      case Open o -> d.open.size() >= MOST_OPEN ? refuse("too-many-open", MOST_OPEN)
          : since(d, o.since()).or(() -> party(d, o.party(), o.origin()));
      case Amend m -> noIncident(d, m.incident()).or(() -> amendment(d, m));
      case Close c -> noIncident(d, c.incident()).or(() -> until(d, incident(d, c.incident()), c));
      case Plan p -> d.works.size() >= MOST_WORKS ? refuse("too-many-works", MOST_WORKS)
          : times(d, p.from(), p.to(), Times.later(p.from(), d.now));
      case Replan r -> noWork(d, r.maintenance()).or(() -> replan(d, work(d, r.maintenance()), r));
      case Cancel c -> noWork(d, c.maintenance());
      case Notice n -> n.text().isBlank() ? refuse("no-text") : Optional.empty();
    };
  }

  private static Optional<Reason> refuse(String why, Object... args) {
    return Optional.of(Reason.of("agent.book.refused." + why, args));
  }

  private static Optional<Reason> since(Draft d, Optional<Instant> since) {
    if (since.isEmpty()) return Optional.empty();
    if (since.get().isAfter(d.now)) return refuse("since-in-future", since.get(), d.now);
    return since.get().isBefore(d.now.minus(OLDEST)) ? refuse("since-too-old", since.get(), OLDEST.toDays())
        : Optional.empty();
  }

  private static Optional<Reason> party(Draft d, Optional<String> party, Origin origin) {
    if (party.isEmpty()) return Optional.empty();
    String known = d.served.service().parties().stream().map(Party::id).collect(Collectors.joining(", "));
    if (d.served.service().party(party.get()).isEmpty()) return refuse("party", party.get(), known);
    boolean told = origin == Origin.PROVIDER || origin == Origin.EXTERNAL;
    return told && !Parties.is(d.served.service(), party.get(), origin) ? refuse("party-of-other-origin", party.get(), origin)
        : Optional.empty();
  }

  private static Optional<Reason> amendment(Draft d, Amend m) {
    boolean nothing = m.severity().isEmpty() && m.origin().isEmpty() && m.party().isEmpty() && m.since().isEmpty()
        && m.text().isBlank();
    if (nothing) return refuse("nothing-to-amend");
    Opened was = incident(d, m.incident());
    return since(d, m.since()).or(() -> party(d, m.party(), m.origin().orElse(was.origin())));
  }

  private static Optional<Reason> until(Draft d, Opened was, Close c) {
    if (c.until().isEmpty()) return Optional.empty();
    if (c.until().get().isAfter(d.now)) return refuse("until-in-future", c.until().get(), d.now);
    return c.until().get().isBefore(was.since()) ? refuse("until-before-since", c.until().get(), was.since())
        : Optional.empty();
  }

  private static Optional<Reason> times(Draft d, Instant asked, Instant to, Instant from) {
    if (!asked.isBefore(to)) return refuse("end-before-start", asked, to);
    if (!to.isAfter(d.now)) return refuse("work-is-past", to, d.now);
    if (from.isAfter(d.now.plus(FARTHEST))) return refuse("work-too-far", from, FARTHEST.toDays());
    return Duration.between(from, to).compareTo(LONGEST_WORK) > 0
        ? refuse("work-too-long", Duration.between(from, to), LONGEST_WORK) : Optional.empty();
  }

  private static Optional<Reason> replan(Draft d, Work was, Replan r) {
    if (r.from().isEmpty() && r.to().isEmpty() && r.text().isBlank()) return refuse("nothing-to-amend");
    if (was.state() == Maintenance.State.RUNNING && r.from().map(f -> !f.equals(was.from())).orElse(false))
      return refuse("work-has-begun", was.id(), was.from());
    Instant asked = r.from().orElse(was.from());
    return times(d, asked, r.to().orElse(was.to()),
        was.state() == Maintenance.State.RUNNING ? was.from() : Times.later(asked, d.now));
  }

  private static Optional<Reason> noIncident(Draft d, Optional<String> id) {
    List<String> open = d.open.stream().map(Opened::id).toList();
    if (id.isEmpty()) {
      if (open.isEmpty()) return refuse("nothing-open");
      return open.size() > 1 ? refuse("which-incident", String.join(", ", open)) : Optional.empty();
    }
    if (open.contains(id.get())) return Optional.empty();
    return d.closed.contains(id.get()) ? refuse("already-closed", id.get()) : refuse("incident", id.get());
  }

  /** Only after {@link #of} found nothing against it. */
  static Opened incident(Draft d, Optional<String> id) {
    return d.open.stream().filter(o -> id.map(o.id()::equals).orElse(true)).findFirst().orElseThrow();
  }

  private static Optional<Reason> noWork(Draft d, Optional<String> id) {
    List<String> works = d.works.stream().map(Work::id).toList();
    if (id.isEmpty()) {
      if (works.isEmpty()) return refuse("no-work");
      return works.size() > 1 ? refuse("which-work", String.join(", ", works)) : Optional.empty();
    }
    return works.contains(id.get()) ? Optional.empty() : refuse("work", id.get());
  }

  /** Only after {@link #of} found nothing against it. */
  static Work work(Draft d, Optional<String> id) {
    return d.works.stream().filter(w -> id.map(w.id()::equals).orElse(true)).findFirst().orElseThrow();
  }
}
