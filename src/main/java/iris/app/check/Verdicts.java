package iris.app.check;

import iris.alarm.Bounds;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Incident.Kind;
import iris.signal.Maintenance;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of services from one document, without the board's memory: the worst open incident or the newest window,
 * whichever is worse. What is old is not shown as up: the state is unknown when the console's board would have lost sight,
 * after three periods without a window, and no sooner than two of them and three minutes.
 */
final class Verdicts {
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
    Measured measured = Measured.of(bulletin, service.id(), now);
    Optional<Window> newest = measured.newest();
    Optional<Maintenance> works = Running.of(bulletin, service.id(), now);
    Optional<Reason> stale = stale(measured);
    Optional<Reason> well = Optional.empty();
    Optional<Incident> worst = worst(service);
    // The provider's word for its service mutes; a page speaks for many parts, and one in works leaves the others open.
    // No works mute that the feed itself has fallen silent.
    boolean muted = works.isPresent() && stale.isEmpty() && (bulletin.dialect() == Dialect.IRIS || worst.isEmpty());
    if (muted) {
      Optional<Incident> itself = incident(works.get());
      return new ServiceVerdict(
          service, Verdict.MAINTENANCE, works.map(Maintenance::from), Optional.empty(), itself, newest, well);
    }
    Verdict figures = stale.isPresent() ? Verdict.UNKNOWN : measured.verdict().orElse(Verdict.UP);
    Verdict announced = worst.map(i -> meaning(i.kind())).orElse(Verdict.UP);
    if (worst.isPresent() && rank(announced) >= rank(figures)) {
      Incident i = worst.get();
      return new ServiceVerdict(service, announced, i.opened(), i.origin(), worst, newest, well);
    }
    if (stale.isPresent())
      return new ServiceVerdict(
          service, figures, newest.map(Window::to), Optional.empty(), Optional.empty(), newest, stale);
    return new ServiceVerdict(service, figures, measured.since(), measured.origin(), Optional.empty(), newest,
        measured.contradiction());
  }

  private Optional<Incident> incident(Maintenance work) {
    return bulletin.incidents().stream()
        .filter(i -> i.kind() == Kind.MAINTENANCE && i.id().equals(work.id()) && i.service().equals(work.service()))
        .findFirst();
  }

  /** A status page has no period: it is judged by having been read, and by what it holds open. */
  private Optional<Reason> stale(Measured measured) {
    Optional<Duration> period = bulletin.channel().period();
    boolean silent = bulletin.dialect() == Dialect.GENERIC && bulletin.items().isEmpty();
    if (silent) return Optional.of(Reason.of("app.check.nothing-said"));
    if (period.isEmpty() && bulletin.dialect() != Dialect.IRIS) return Optional.empty();
    Optional<Window> newest = measured.newest();
    if (newest.isEmpty())
      return Optional.of(measured.ahead().map(w -> Reason.of("app.check.only-ahead", w.to()))
          .orElseGet(() -> Reason.of("app.check.no-window")));
    Duration age = Duration.between(newest.get().to(), now);
    return age.compareTo(Bounds.lost(period.orElse(newest.get().length()))) > 0
        ? Optional.of(Reason.of("app.check.stale", newest.get().to(), age)) : Optional.empty();
  }

  /** What names no service may be about any of them. */
  private Optional<Incident> worst(Service service) {
    return bulletin.incidents().stream()
        .filter(i -> i.service().isBlank() || i.service().equals(service.id()))
        .filter(i -> i.open() && i.kind() != Kind.NOTICE && !apart(i))
        .max(Comparator.comparingInt((Incident i) -> rank(meaning(i.kind())))
            .thenComparing(i -> i.opened().orElse(Instant.MAX), Comparator.reverseOrder()));
  }

  /** Announced for later: no state of now. Where the profile gives its times, they alone say when it runs. */
  private boolean apart(Incident incident) {
    if (incident.kind() != Kind.MAINTENANCE) return false;
    if (bulletin.dialect() == Dialect.IRIS) return true;
    return bulletin.items().stream().filter(i -> i.incident().filter(incident.id()::equals).isPresent())
        .anyMatch(i -> i.body() instanceof Maintenance m ? m.from().isAfter(now)
            : i.published().filter(p -> p.isAfter(now)).isPresent());
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
