package iris.alarm;

import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board while a step is decided: mutable, seen by one call of {@link Board#after} only. What did not change keeps its
 * identity, so that a reader can compare with {@code ==}.
 */
final class Draft {
  final Now now;
  Rules rules;
  private Map<String, Rules.FeedRules> ruled;
  final Drafts<String, FeedState, Memory.OfFeed, FeedDraft> feeds;
  final Drafts<String, ServiceState, Memory.OfService, ServiceDraft> services;
  final Drafts<AlarmKey, Alarm, Memory.OfAlarm, AlarmDraft> alarms;
  final Map<String, Report.Health> health;
  Optional<Instant> silencedUntil;
  Optional<Duration> silenceEnds;
  Optional<Signed> signed;
  List<Duration> loud;
  boolean flood;
  Optional<Memory.Restart> restart;
  final Duration swept;
  final ShiftDraft shift;
  Rulings rulings;
  final Map<String, FallbackState> fallbacks;
  final Scope scope;
  final List<Transition> out = new ArrayList<>();
  /** Feeds whose last poll was answered. */
  int reached;

  private final Agenda agenda;
  private final boolean found;
  private Map<String, Memory.Check> checks;
  private Origins.@Nullable Probe reference;
  /** Feeds on which something changed that this step does not look at. */
  private final Set<String> concerned = new HashSet<>();

  /** @param scope of a board that has no agenda, everything */
  Draft(Board board, Now now, Scope scope) {
    this.now = now;
    this.scope = scope;
    Memory m = board.memory();
    Optional<Agenda> kept = Agenda.kept(board);
    found = kept.isEmpty();
    agenda = kept.orElseGet(() -> Agenda.found(board));
    rules = board.rules();
    ruled = agenda.ruled();
    reached = agenda.reached();
    feeds = new Drafts<>(board.feeds(), m.feeds(), (f, of) -> new FeedDraft(f, of, now));
    services = new Drafts<>(board.services(), m.services(), (s, of) -> new ServiceDraft(s, of, now));
    alarms = new Drafts<>(board.alarms(), m.alarms(), AlarmDraft::new);
    health = new LinkedHashMap<>(board.health());
    checks = m.checks();
    silencedUntil = board.silencedUntil();
    silenceEnds = m.silencedUntil();
    signed = board.signed();
    loud = m.loud();
    flood = m.flood();
    restart = m.restart();
    shift = new ShiftDraft(board.shift());
    rulings = board.rulings();
    fallbacks = new LinkedHashMap<>(board.fallbacks());
    swept = scope.sweeps ? now.mono() : m.swept();
  }

  Outcome outcome() {
    var f = feeds.freeze(FeedDraft::state, FeedDraft::memory, found, _ -> 0);
    var s = services.freeze(x -> x.state(within(x.feed)), x -> x.memory(within(x.feed)), found || feeds.rearranged(),
        key -> group(f.states(), feed(key)));
    var a = alarms.freeze(AlarmDraft::alarm, AlarmDraft::memory, found, _ -> 0);
    Agenda next = agenda.after(new Agenda.Made(rules, f.states(), s.states(), a.states()),
        new Agenda.Changed(s.changed(), a.changed()),
        Looking.dues(this, agenda, changed(f.changed(), s.changed(), a.changed())), reached, clocksWrong(),
        scope.isAll() ? reference() : agenda.reference(), unsettled());
    Memory memory = new Memory(new Agenda.Kept(f.memories(), next), s.memories(), a.memories(), checks, silenceEnds, loud,
        flood, restart, swept);
    Board board = new Board(rules, now, f.states(), s.states(), a.states(), silencedUntil, health, signed, shift.shift(),
        memory, rulings, fallbacks);
    return new Outcome(board, out);
  }

  /** Feeds that are not as they were, or on which something hangs that is not. */
  private Set<String> changed(Set<String> ofFeeds, Set<String> ofServices, Set<AlarmKey> ofAlarms) {
    Set<String> changed = new HashSet<>(ofFeeds);
    changed.addAll(concerned);
    for (String key : ofServices) if (services.containsKey(key)) changed.add(feed(key));
    for (AlarmKey key : ofAlarms) feedNamed(key).ifPresent(changed::add);
    return changed;
  }

  /** By the order of the feeds in the configuration, then of appearance: whoever answers first must not be first. */
  private static int group(Roll<String, FeedState> feeds, String feed) {
    int place = feeds.place(feed);
    return place < 0 ? feeds.size() : place;
  }

  /** Without a draft of the service. */
  private String feed(String service) {
    return services.place(service) >= 0 ? services.state(service).feed()
        : Objects.requireNonNull(services.get(service)).feed;
  }

  void rule(Rules anew) {
    rules = anew;
    ruled = new HashMap<>();
    anew.feeds().forEach(r -> ruled.put(r.id(), r));
  }

  Optional<Rules.FeedRules> ruled(String feed) {
    return Optional.ofNullable(ruled.get(feed));
  }

  boolean within(String feed) {
    return scope.holds(feed);
  }

  /** Something bears on this service: whoever looks at all that is due looks at it as well. */
  void concern(String service) {
    Optional.ofNullable(services.get(service)).ifPresent(s -> concernFeed(s.feed));
  }

  void concernFeed(String feed) {
    if (!feeds.containsKey(feed)) return;
    if (scope.sweeps) scope.add(feed);
    else concerned.add(feed);
  }

  /** What bears on every service was another than when all of them were looked at last. */
  void settle() {
    if (scope.sweeps && unsettled()) scope.widen();
  }

  private boolean unsettled() {
    boolean few = feeds.size() > 1 && reached < 2;
    if (scope.isAll()) return few || agenda.strays(this);
    return few || agenda.unsettled() || reference() != agenda.reference();
  }

  /** Those of these alarms of which somebody may be at fault who was not before. */
  List<AlarmKey> moved(Set<AlarmKey> asked) {
    if (scope.isAll() || found) return asked.stream().filter(key -> feedNamed(key).isPresent()).toList();
    return Looking.moved(this, agenda, asked);
  }

  /** Feeds that this step looks at. */
  List<FeedDraft> feedsWithin() {
    return scope.ids(feeds).stream().map(feeds::get).toList();
  }

  List<ServiceDraft> servicesWithin() {
    if (scope.isAll()) return services.values();
    List<ServiceDraft> within = new ArrayList<>();
    for (String feed : scope.ids(feeds)) known(feed).forEach(within::add);
    for (ServiceDraft s : services.added()) if (within(s.feed)) within.add(s);
    return within;
  }

  List<AlarmDraft> alarmsWithin() {
    if (scope.isAll()) return alarms.values();
    List<AlarmDraft> within = new ArrayList<>();
    for (String feed : scope.ids(feeds)) alarmsOf(feed).forEach(within::add);
    if (scope.sweeps) for (AlarmKey key : agenda.loose()) Optional.ofNullable(alarms.get(key)).ifPresent(within::add);
    // In the order of the board; what came in this step goes last, in the order in which it came.
    Set<AlarmDraft> added = new LinkedHashSet<>(alarms.added());
    within.removeIf(added::contains);
    within.sort(Comparator.comparingInt(a -> alarms.place(a.key)));
    for (AlarmDraft a : added)
      if (feedOf(a.key).map(f -> within(f.id)).orElse(scope.sweeps)) within.add(a);
    return within;
  }

  /** Alarms that hang on this feed. */
  Stream<AlarmDraft> alarmsOf(String feed) {
    return alarmKeys(feed).map(alarms::get).filter(a -> a != null);
  }

  Stream<AlarmKey> alarmKeys(String feed) {
    Stream<String> old = agenda.byFeed().getOrDefault(feed, List.of()).stream().filter(key -> services.place(key) >= 0);
    Stream<String> added = services.added().stream().filter(s -> s.feed.equals(feed)).map(s -> s.key);
    return Stream.concat(Stream.of(new AlarmKey(AlarmKey.Kind.SUPERVISION_LOST, feed)), Stream.concat(old, added)
        .flatMap(key -> Agenda.OF_SERVICE.stream().map(kind -> new AlarmKey(kind, key))));
  }

  Instant wall() {
    return now.wall();
  }

  void say(Transition transition) {
    out.add(transition);
  }

  void note(String subject, String key, Object... args) {
    out.add(new Transition.Noted(now.wall(), subject, Reason.of(key, args)));
  }

  AlarmDraft alarm(AlarmKey.Kind kind, String subject) {
    return alarms.computeIfAbsent(new AlarmKey(kind, subject), AlarmDraft::new);
  }

  Optional<AlarmDraft> find(AlarmKey.Kind kind, String subject) {
    return Optional.ofNullable(alarms.get(new AlarmKey(kind, subject)));
  }

  boolean active(AlarmKey.Kind kind, String subject) {
    return find(kind, subject).map(AlarmDraft::active).orElse(false);
  }

  Stream<ServiceDraft> servicesOf(String feed) {
    List<ServiceDraft> all = new ArrayList<>(known(feed).toList());
    for (ServiceDraft s : services.added()) if (s.feed.equals(feed)) all.add(s);
    return all.stream();
  }

  /** Those that the board had before this step. */
  private Stream<ServiceDraft> known(String feed) {
    return agenda.byFeed().getOrDefault(feed, List.of()).stream().filter(key -> services.place(key) >= 0)
        .map(services::get);
  }

  /** The feed that speaks of this alarm's subject; empty for alarms of the console. */
  Optional<FeedDraft> feedOf(AlarmKey key) {
    return switch (key.kind()) {
      case SUPERVISION_LOST -> Optional.ofNullable(feeds.get(key.subject()));
      case CONSOLE_FAULT, EXERCISE -> Optional.empty();
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED ->
          Optional.ofNullable(services.get(key.subject())).map(s -> feeds.get(s.feed));
    };
  }

  /** The same by its id, without a draft of anything. */
  Optional<String> feedNamed(AlarmKey key) {
    return switch (key.kind()) {
      case SUPERVISION_LOST -> Optional.of(key.subject()).filter(feeds::containsKey);
      case CONSOLE_FAULT, EXERCISE -> Optional.empty();
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED ->
          Optional.of(key.subject()).filter(services::containsKey).map(this::feed).filter(feeds::containsKey);
    };
  }

  /** Newest own checks, by vantage and source. */
  Map<String, Memory.Check> checks() {
    return checks;
  }

  void check(Memory.Check c) {
    checked(Roll.of(checks).plus(Map.of(c.vantage() + "|" + c.source(), c)));
  }

  void forgetChecks() {
    checked(Map.of());
  }

  void moveChecks(Duration by) {
    Map<String, Memory.Check> all = new HashMap<>(checks);
    all.replaceAll((_, c) -> c.moved(by));
    checked(all);
  }

  private void checked(Map<String, Memory.Check> all) {
    checks = all;
    reference = null;
  }

  /** What the neutral hosts say at this moment. */
  Origins.Probe reference() {
    if (reference == null) reference = Origins.reference(this);
    return reference;
  }

  /** Feeds whose servers' clocks are far from ours. */
  int clocksWrong() {
    if (feeds.rearranged())
      return (int) feeds.values().stream().filter(f -> f.notices.contains(Console.CLOCK_WRONG)).count();
    return agenda.wrongClocks() + feeds.seen().stream().mapToInt(f -> f.since(Console.CLOCK_WRONG)).sum();
  }

  /** Counts anew, after more than one feed changed. */
  void count() {
    reached = (int) feeds.values().stream().filter(FeedDraft::reached).count();
  }
}
