package iris.alarm;

import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Service;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one service: the model of its tile.
 *
 * @param key the service's id, or {@code feed/id} where two feeds name the same id
 * @param configured named in the configuration, or the only feed says it; an unconfigured one raises no P1
 * @param shown the one state to show; {@code shownSince} since when
 * @param windows the last 26 hours at least, by start
 * @param incidents those open, and those that closed or vanished within 24 h
 * @param remarks sentences that the tile must say besides its state, most important first: "figures normal since 15:05,
 *     return to normal not announced"
 * @param outOfService by an administrator; {@code maintenance} running now, declared by feed or operator; {@code
 *     planned} the next one
 * @param fallback the internal fallback runs, as far as is known: since when, by whom, why (it mutes nothing; its kind
 *     says nothing). A copy for the tile, of what {@link Board#fallbacks} says in full
 * @param contest somebody holds another at fault than {@code origin} does
 * @param drift its figures are beyond what is usual for the hour
 */
public record ServiceState(
    String key,
    String feed,
    Service service,
    boolean configured,
    Shown shown,
    Instant shownSince,
    OriginVerdict origin,
    NavigableMap<Instant, Judged> windows,
    List<Incident> incidents,
    List<Reason> remarks,
    Optional<Suppression> outOfService,
    Optional<Suppression> maintenance,
    Optional<Suppression> planned,
    Optional<Suppression> fallback,
    Optional<Contest> contest,
    Optional<Drift> drift) {
  static final NavigableMap<Instant, Judged> NO_WINDOWS = Collections.unmodifiableNavigableMap(new TreeMap<>());

  public ServiceState {
    Objects.requireNonNull(key);
    Objects.requireNonNull(feed);
    Objects.requireNonNull(service);
    Objects.requireNonNull(shown);
    Objects.requireNonNull(shownSince);
    Objects.requireNonNull(origin);
    // Copied once when it comes from a stranger; handed on as it is from board to board: 312 windows, 50 services.
    if (windows.getClass() != NO_WINDOWS.getClass())
      windows = Collections.unmodifiableNavigableMap(new TreeMap<>(windows));
    incidents = List.copyOf(incidents);
    remarks = List.copyOf(remarks);
    Objects.requireNonNull(outOfService);
    Objects.requireNonNull(maintenance);
    Objects.requireNonNull(planned);
    Objects.requireNonNull(fallback);
    // A snapshot of before verdicts were contested has none.
    if (contest == null) contest = Optional.empty();
    // The same of what is usual.
    if (drift == null) drift = Optional.empty();
  }

  /** A service whose verdict nobody contests, and whose figures are as usual. */
  public ServiceState(
      String key,
      String feed,
      Service service,
      boolean configured,
      Shown shown,
      Instant shownSince,
      OriginVerdict origin,
      NavigableMap<Instant, Judged> windows,
      List<Incident> incidents,
      List<Reason> remarks,
      Optional<Suppression> outOfService,
      Optional<Suppression> maintenance,
      Optional<Suppression> planned,
      Optional<Suppression> fallback) {
    this(key, feed, service, configured, shown, shownSince, origin, windows, incidents, remarks, outOfService,
        maintenance, planned, fallback, Optional.empty(), Optional.empty());
  }

  /** The same with other windows: for who keeps them apart. */
  public ServiceState with(Map<Instant, Judged> other) {
    return new ServiceState(key, feed, service, configured, shown, shownSince, origin,
        Collections.unmodifiableNavigableMap(new TreeMap<>(other)), incidents, remarks, outOfService, maintenance, planned,
        fallback, contest, drift);
  }

  public Optional<Judged> newest() {
    return Optional.ofNullable(windows.lastEntry()).map(Map.Entry::getValue);
  }
}
