package iris.alarm;

import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A board while a step is decided: mutable, seen by one call of {@link Board#after} only. What did not change keeps its
 * identity, so that a reader can compare with {@code ==}.
 */
final class Draft {
  final Now now;
  Rules rules;
  private final Map<String, Rules.FeedRules> ruled = new HashMap<>();
  final Map<String, FeedDraft> feeds = new LinkedHashMap<>();
  final Map<String, ServiceDraft> services = new LinkedHashMap<>();
  final Map<AlarmKey, AlarmDraft> alarms = new LinkedHashMap<>();
  final Map<String, Report.Health> health;
  final Map<String, Memory.Check> checks;
  Optional<Instant> silencedUntil;
  Optional<Duration> silenceEnds;
  Optional<Signed> signed;
  List<Duration> loud;
  boolean flood;
  Optional<Memory.Restart> restart;
  Duration swept;
  final ShiftDraft shift;
  Rulings rulings;
  final Map<String, FallbackState> fallbacks;
  /** The one feed that this step is about; empty: all of the board. */
  private final Optional<String> scope;
  final List<Transition> out = new ArrayList<>();

  Draft(Board board, Now now, Optional<String> scope) {
    this.now = now;
    this.scope = scope;
    rule(board.rules());
    Memory m = board.memory();
    board.feeds().forEach((id, f) -> feeds.put(id, new FeedDraft(f, m.feeds().get(id), now)));
    board.services().forEach((k, s) -> services.put(k, new ServiceDraft(s, m.services().get(k), now)));
    board.alarms().forEach((k, a) -> alarms.put(k, new AlarmDraft(a, m.alarms().get(k))));
    health = new LinkedHashMap<>(board.health());
    checks = new HashMap<>(m.checks());
    silencedUntil = board.silencedUntil();
    silenceEnds = m.silencedUntil();
    signed = board.signed();
    loud = m.loud();
    flood = m.flood();
    restart = m.restart();
    shift = new ShiftDraft(board.shift());
    rulings = board.rulings();
    fallbacks = new LinkedHashMap<>(board.fallbacks());
    swept = scope.isPresent() ? m.swept() : now.mono();
  }

  Outcome outcome() {
    Memory memory = new Memory(map(feeds, FeedDraft::memory), map(services, s -> s.memory(within(s.feed))),
        map(alarms, AlarmDraft::memory), checks, silenceEnds, loud, flood, restart, swept);
    Board board = new Board(rules, now, map(feeds, FeedDraft::state), map(placed(), s -> s.state(within(s.feed))),
        map(alarms, AlarmDraft::alarm), silencedUntil, health, signed, shift.shift(), memory, rulings, fallbacks);
    return new Outcome(board, out);
  }

  /** By the order of the feeds in the configuration, then of appearance: whoever answers first must not be first. */
  private Map<String, ServiceDraft> placed() {
    Map<String, Integer> place = HashMap.newHashMap(feeds.size());
    feeds.keySet().forEach(id -> place.put(id, place.size()));
    List<ServiceDraft> order = new ArrayList<>(services.values());
    // Nearly always in order already: a stable sort of that is one pass.
    order.sort(Comparator.comparingInt(s -> place.getOrDefault(s.feed, place.size())));
    Map<String, ServiceDraft> all = LinkedHashMap.newLinkedHashMap(order.size());
    order.forEach(s -> all.put(s.key, s));
    return all;
  }

  private static <K, D, R> Map<K, R> map(Map<K, D> drafts, Function<D, R> freeze) {
    Map<K, R> all = LinkedHashMap.newLinkedHashMap(drafts.size());
    drafts.forEach((k, d) -> all.put(k, freeze.apply(d)));
    return all;
  }

  void rule(Rules anew) {
    rules = anew;
    ruled.clear();
    anew.feeds().forEach(r -> ruled.put(r.id(), r));
  }

  Optional<Rules.FeedRules> ruled(String feed) {
    return Optional.ofNullable(ruled.get(feed));
  }

  boolean within(String feed) {
    return scope.isEmpty() || scope.get().equals(feed);
  }

  /** Feeds that this step looks at. */
  List<FeedDraft> feedsWithin() {
    return feeds.values().stream().filter(f -> within(f.id)).toList();
  }

  List<ServiceDraft> servicesWithin() {
    return services.values().stream().filter(s -> within(s.feed)).toList();
  }

  List<AlarmDraft> alarmsWithin() {
    return alarms.values().stream()
        .filter(a -> scope.isEmpty() || feedOf(a.key).map(f -> within(f.id)).orElse(false)).toList();
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
    return services.values().stream().filter(s -> s.feed.equals(feed));
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
}
