package iris.alarm;

import iris.signal.Incident;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Service;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service while a step is decided. Lives inside one call of {@link Board#after}. */
final class ServiceDraft {
  final String key;
  final String feed;
  Service service;
  boolean configured;
  Shown shown = Shown.INIT;
  Instant shownSince;
  OriginVerdict origin = Origins.WAITING;
  List<Reason> remarks = List.of();
  Optional<Suppression> outOfService = Optional.empty();
  Optional<Suppression> maintenance = Optional.empty();
  Optional<Suppression> planned = Optional.empty();
  Optional<Suppression> fallback = Optional.empty();
  Optional<Contest> contest = Optional.empty();
  Optional<Drift> drift = Optional.empty();
  List<Norm> norms = List.of();

  Now first;
  Optional<Now> heard = Optional.empty();
  Optional<Instant> reach = Optional.empty();
  Set<String> aside = Set.of();
  final Map<String, Memory.Case> cases = new LinkedHashMap<>();
  final Map<String, Memory.Work> works = new LinkedHashMap<>();
  List<Suppression> ordered = List.of();
  Optional<Instant> recovered = Optional.empty();
  Optional<Instant> degradationOver = Optional.empty();
  Optional<Instant> unconfirmed = Optional.empty();

  private NavigableMap<Instant, Judged> windows = ServiceState.NO_WINDOWS;
  private boolean own;
  private final Set<Instant> put = new HashSet<>();
  private final Instant yesterday;
  private final @Nullable ServiceState before;
  private final Memory.@Nullable OfService knew;

  ServiceDraft(String key, String feed, Service service, Now now) {
    this.key = key;
    this.feed = feed;
    this.service = service;
    shownSince = now.wall();
    first = now;
    yesterday = now.wall().minus(Incidents.REMEMBERED);
    before = null;
    knew = null;
  }

  ServiceDraft(ServiceState s, Memory.@Nullable OfService m, Now now) {
    key = s.key();
    feed = s.feed();
    service = s.service();
    configured = s.configured();
    shown = s.shown();
    shownSince = s.shownSince();
    origin = s.origin();
    windows = s.windows();
    remarks = s.remarks();
    outOfService = s.outOfService();
    maintenance = s.maintenance();
    planned = s.planned();
    fallback = s.fallback();
    contest = s.contest();
    drift = s.drift();
    first = m == null ? now : m.first();
    yesterday = now.wall().minus(Incidents.REMEMBERED);
    if (m == null) {
      for (Incident i : s.incidents()) cases.put(i.id(), new Memory.Case(i, i.open(), i.closed()));
    } else {
      heard = m.heard();
      reach = m.reach();
      aside = m.aside();
      cases.putAll(m.cases());
      works.putAll(m.works());
      ordered = m.ordered();
      recovered = m.recovered();
      degradationOver = m.degradationOver();
      unconfirmed = m.unconfirmed();
      norms = m.norms();
    }
    before = s;
    knew = m;
  }

  /** {@code touched}: this step may have changed it. */
  ServiceState state(boolean touched) {
    if (!touched && before != null) return before;
    // A page may hold a year of closed incidents: the tile is told of the last day's.
    List<Incident> incidents = cases.values().stream().filter(c -> c.vanished() || c.incident().open()
        || c.done().map(at -> at.isAfter(yesterday)).orElse(true)).map(Memory.Case::incident).toList();
    ServiceState state = new ServiceState(key, feed, service, configured, shown, shownSince, origin,
        own ? Collections.unmodifiableNavigableMap(windows) : windows, incidents, remarks, outOfService, maintenance,
        planned, fallback, contest, drift);
    return before != null && sameWindows(before) && state.equals(before) ? before : state;
  }

  /** By those that were put: to compare a whole day, each time that the newest is another, is a quarter of a step. */
  private boolean sameWindows(ServiceState known) {
    return !own || windows.size() == known.windows().size()
        && put.stream().allMatch(from -> Objects.equals(windows.get(from), known.windows().get(from)));
  }

  Memory.OfService memory(boolean touched) {
    if (!touched && knew != null) return knew;
    Memory.OfService memory = new Memory.OfService(first, heard, reach, aside, cases, works, ordered, recovered,
        degradationOver, unconfirmed, norms);
    return knew != null && memory.equals(knew) ? knew : memory;
  }

  NavigableMap<Instant, Judged> windows() {
    return windows;
  }

  void put(Judged judged) {
    mutable().put(judged.window().from(), judged);
    put.add(judged.window().from());
  }

  /** Windows that began before {@code horizon} are the journal's alone. */
  void forget(Instant horizon) {
    if (!windows.isEmpty() && windows.firstKey().isBefore(horizon)) mutable().headMap(horizon).clear();
  }

  private NavigableMap<Instant, Judged> mutable() {
    if (!own) windows = new TreeMap<>(windows);
    own = true;
    return windows;
  }

  Optional<Judged> newest() {
    return Optional.ofNullable(windows.lastEntry()).map(Map.Entry::getValue);
  }

  /** Incidents that the feed holds open. */
  Stream<Incident> open(Incident.Kind kind) {
    return cases.values().stream().filter(c -> c.held() && c.incident().open() && c.incident().kind() == kind)
        .map(Memory.Case::incident);
  }

  boolean hasOpen(Incident.Kind kind) {
    return open(kind).findAny().isPresent();
  }

  Stream<Incident> vanished() {
    return cases.values().stream().filter(Memory.Case::vanished).map(Memory.Case::incident);
  }
}
