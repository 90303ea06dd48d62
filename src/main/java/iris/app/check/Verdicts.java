package iris.app.check;

import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Incident.Kind;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of services from one document, without the board's memory: the worst open incident or the newest window,
 * whichever is worse. What is old is not shown as up: after three periods without a window the state is unknown.
 */
final class Verdicts {
  private static final int PERIODS = 3;
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Bulletin bulletin;
  private final Instant now;

  Verdicts(Bulletin bulletin, Instant now) {
    this.bulletin = bulletin;
    this.now = now;
  }

  List<ServiceVerdict> all() {
    Map<String, Service> services = new LinkedHashMap<>();
    for (Service s : bulletin.services()) services.putIfAbsent(s.id(), s);
    bulletin.windows().forEach(w -> services.computeIfAbsent(w.service(), Verdicts::unnamed));
    for (Incident i : bulletin.incidents())
      if (!i.service().isBlank()) services.computeIfAbsent(i.service(), Verdicts::unnamed);
    return services.values().stream().map(this::of).toList();
  }

  private static Service unnamed(String id) {
    return new Service(id, id, List.of());
  }

  private ServiceVerdict of(Service service) {
    List<Window> windows = new ArrayList<>(bulletin.windows()
        .filter(w -> w.service().equals(service.id()) && !w.to().isAfter(now.plus(SKEW))).toList());
    windows.sort(Comparator.comparing(Window::from));
    Optional<Window> newest = windows.isEmpty() ? Optional.empty() : Optional.of(windows.getLast());
    Optional<Instant> works = running(service).map(Maintenance::from);
    Optional<Reason> stale = stale(newest);
    Optional<Reason> well = Optional.empty();
    Optional<Incident> worst = worst(service);
    if (works.isPresent())
      return new ServiceVerdict(service, Verdict.MAINTENANCE, works, Optional.empty(), worst, newest, well);
    Verdict figures = figures(newest, stale);
    Verdict announced = worst.map(i -> meaning(i.kind())).orElse(Verdict.UP);
    if (worst.isPresent() && rank(announced) >= rank(figures)) {
      Incident i = worst.get();
      return new ServiceVerdict(service, announced, i.opened(), i.origin(), worst, newest, well);
    }
    Optional<Instant> since = stale.isPresent() ? newest.map(Window::to) : since(windows);
    Optional<Origin> origin = newest.flatMap(w -> origin(figures, w));
    return new ServiceVerdict(service, figures, since, origin, Optional.empty(), newest, stale);
  }

  private Optional<Reason> stale(Optional<Window> newest) {
    Optional<Duration> period = bulletin.channel().period();
    boolean silent = bulletin.dialect() == Dialect.GENERIC && bulletin.items().isEmpty();
    if (silent) return Optional.of(Reason.of("app.check.nothing-said"));
    if (period.isEmpty() && bulletin.dialect() != Dialect.IRIS) return Optional.empty();
    if (newest.isEmpty()) return Optional.of(Reason.of("app.check.no-window"));
    Duration age = Duration.between(newest.get().to(), now);
    return age.compareTo(period.orElse(newest.get().length()).multipliedBy(PERIODS)) > 0
        ? Optional.of(Reason.of("app.check.stale", newest.get().to(), age)) : Optional.empty();
  }

  /** A status page has no period: it is judged by having been read, and by what it holds open. */
  private static Verdict figures(Optional<Window> newest, Optional<Reason> stale) {
    if (stale.isPresent()) return Verdict.UNKNOWN;
    return newest.map(Window::state).orElse(Verdict.UP);
  }

  private Optional<Incident> worst(Service service) {
    return bulletin.incidents().stream()
        .filter(i -> i.open() && i.service().equals(service.id()) && i.kind() != Kind.NOTICE && !future(i))
        .max(Comparator.comparingInt((Incident i) -> rank(meaning(i.kind())))
            .thenComparing(i -> i.opened().orElse(Instant.MAX), Comparator.reverseOrder()));
  }

  /** Announced for later: no state of now. */
  private boolean future(Incident incident) {
    if (incident.kind() != Kind.MAINTENANCE) return false;
    return bulletin.items().stream().filter(i -> i.incident().filter(incident.id()::equals).isPresent())
        .anyMatch(i -> i.body() instanceof Maintenance m ? m.from().isAfter(now)
            : i.published().filter(p -> p.isAfter(now)).isPresent());
  }

  private Optional<Maintenance> running(Service service) {
    return bulletin.items().stream().map(Item::body).filter(Maintenance.class::isInstance).map(Maintenance.class::cast)
        .filter(m -> m.service().equals(service.id()) && !m.from().isAfter(now) && m.to().isAfter(now))
        .filter(m -> m.state() == Maintenance.State.RUNNING || m.state() == Maintenance.State.PLANNED)
        .filter(m -> bulletin.items().stream().map(Item::body).noneMatch(b -> b instanceof Maintenance over
            && over.id().equals(m.id()) && over.state().compareTo(Maintenance.State.DONE) >= 0))
        .findFirst();
  }

  private static Optional<Instant> since(List<Window> oldestFirst) {
    Optional<Instant> since = Optional.empty();
    for (Window w : oldestFirst.reversed()) {
      if (w.state() != oldestFirst.getLast().state()) return since;
      since = Optional.of(w.from());
    }
    return since;
  }

  private static Optional<Origin> origin(Verdict state, Window window) {
    if (state != Verdict.DOWN && state != Verdict.DEGRADED) return Optional.empty();
    return window.failures().entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** An incident that no rule understood is treated as a degradation: it must be looked at. */
  private static Verdict meaning(Kind kind) {
    return switch (kind) {
      case OUTAGE -> Verdict.DOWN;
      case DEGRADATION, UNCLASSIFIED -> Verdict.DEGRADED;
      case MAINTENANCE -> Verdict.MAINTENANCE;
      case NOTICE -> Verdict.UP;
    };
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case UP -> 0;
      case MAINTENANCE -> 1;
      case UNKNOWN -> 2;
      case DEGRADED -> 3;
      case DOWN -> 4;
    };
  }
}
