package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Dues.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from a board and would be dear to find anew with every step: which services a feed has, and when it must
 * be looked at again. No state of its own: a board without one is looked at as a whole, and has one then.
 *
 * @param byFeed keys of the services of each feed, in their order
 * @param loose alarms that hang on no feed
 * @param reached feeds whose last poll was answered; {@code wrongClocks} those whose clock is far from ours
 * @param reference what the neutral hosts said when all was last looked at
 * @param unsettled something that bears on every service was another since: all must be looked at
 */
record Agenda(
    Made of,
    Map<String, Rules.FeedRules> ruled,
    Roll<String, List<String>> byFeed,
    Set<AlarmKey> loose,
    Dues dues,
    int reached,
    int wrongClocks,
    Origins.Probe reference,
    boolean unsettled) {
  static final List<Kind> OF_SERVICE = List.of(Kind.OUTAGE, Kind.DEGRADED, Kind.SERVICE_SILENT, Kind.TO_CLASSIFY,
      Kind.FALLBACK_ACTIVE, Kind.FALLBACK_FAILED);

  /** The very objects of the board that this belongs to. */
  record Made(Rules rules, Map<String, FeedState> feeds, Map<String, ServiceState> services, Map<AlarmKey, Alarm> alarms) {
    boolean fits(Board b) {
      return rules == b.rules() && feeds == b.feeds() && services == b.services() && alarms == b.alarms();
    }
  }

  /** Keys that came, went or stand for something else than before. */
  record Changed(Set<String> services, Set<AlarmKey> alarms) {}

  /** What a board remembers of its feeds, and with it what else follows: so a board needs no part for it. */
  static final class Kept extends Roll<String, Memory.OfFeed> {
    private final Agenda agenda;

    Kept(Roll<String, Memory.OfFeed> memories, Agenda agenda) {
      super(memories);
      this.agenda = agenda;
    }
  }

  /** Empty for a board that was read back, or put together by hand. */
  static Optional<Agenda> kept(Board b) {
    return b.memory().feeds() instanceof Kept kept && kept.agenda.of.fits(b) ? Optional.of(kept.agenda) : Optional.empty();
  }

  /** Of a board as it is, with nothing known of what is due. */
  static Agenda found(Board b) {
    Map<String, Rules.FeedRules> ruled = new HashMap<>();
    b.rules().feeds().forEach(r -> ruled.put(r.id(), r));
    Roll<String, List<String>> byFeed = byFeed(b.services());
    int wrong = (int) b.memory().feeds().values().stream().filter(f -> f.notices().contains(Console.CLOCK_WRONG)).count();
    int reached = (int) b.feeds().values().stream()
        .filter(f -> f.failedPolls() == 0 && f.lastOkMono().isPresent()).count();
    return new Agenda(new Made(b.rules(), b.feeds(), b.services(), b.alarms()), ruled, byFeed,
        loose(b.alarms().keySet(), b.services(), b.feeds()), Dues.of(b.feeds().size()), reached, wrong,
        Origins.Probe.NONE, true);
  }

  private static Roll<String, List<String>> byFeed(Map<String, ServiceState> services) {
    Map<String, List<String>> by = new LinkedHashMap<>();
    services.forEach((key, s) -> by.computeIfAbsent(s.feed(), _ -> new ArrayList<>(1)).add(key));
    return Roll.of(by);
  }

  private static Set<AlarmKey> loose(
      Iterable<AlarmKey> alarms, Map<String, ServiceState> services, Map<String, FeedState> feeds) {
    Set<AlarmKey> loose = new LinkedHashSet<>();
    for (AlarmKey key : alarms) if (feed(key, services, feeds).isEmpty()) loose.add(key);
    return loose;
  }

  private static Optional<String> feed(
      AlarmKey key, Map<String, ServiceState> services, Map<String, FeedState> feeds) {
    return switch (key.kind()) {
      case SUPERVISION_LOST -> Optional.of(key.subject()).filter(feeds::containsKey);
      case CONSOLE_FAULT, EXERCISE -> Optional.empty();
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED ->
          Optional.ofNullable(services.get(key.subject())).map(ServiceState::feed).filter(feeds::containsKey);
    };
  }

  /** After a step that made the board {@code next}. @param due of feeds whose moments may be others than before */
  Agenda after(
      Made next,
      Changed changed,
      Map<String, Due> due,
      int nowReached,
      int nowWrong,
      Origins.Probe nowReference,
      boolean isUnsettled) {
    Roll<String, FeedState> feeds = Roll.of(next.feeds);
    boolean sameFeeds = feeds.sameKeys(Roll.of(of.feeds));
    Map<String, Rules.FeedRules> rules = ruled;
    if (of.rules != next.rules) {
      rules = new HashMap<>();
      for (Rules.FeedRules r : next.rules.feeds()) rules.put(r.id(), r);
    }
    Set<String> moved = sameFeeds ? moved(next, changed.services) : Set.of();
    Set<AlarmKey> nowLoose = sameFeeds ? loosened(next, changed.alarms, moved)
        : loose(next.alarms.keySet(), next.services, next.feeds);
    Map<Integer, Due> places = new HashMap<>();
    due.forEach((id, at) -> places.put(feeds.place(id), at));
    Dues dues = (sameFeeds ? this.dues : Dues.of(feeds.size())).with(places);
    return new Agenda(next, rules, sameFeeds ? byFeed(next, moved) : byFeed(next.services), nowLoose, dues, nowReached, nowWrong,
        nowReference, isUnsettled);
  }

  /** Services that came or went, or stand elsewhere than before. */
  private Set<String> moved(Made next, Set<String> changed) {
    Roll<String, ServiceState> before = Roll.of(of.services);
    Roll<String, ServiceState> after = Roll.of(next.services);
    if (before.sameKeys(after)) return Set.of();
    Set<String> moved = new LinkedHashSet<>(changed);
    moved.removeIf(key -> after.stands(key, before));
    return moved;
  }

  private Roll<String, List<String>> byFeed(Made next, Set<String> moved) {
    if (moved.isEmpty()) return byFeed;
    Map<String, List<String>> by = new LinkedHashMap<>();
    for (String key : moved) {
      ServiceState was = of.services.get(key);
      if (was != null) by.computeIfAbsent(was.feed(), this::services).remove(key);
    }
    Roll<String, ServiceState> after = Roll.of(next.services);
    moved.stream().filter(after::containsKey).sorted(after.inOrder())
        .forEach(key -> by.computeIfAbsent(Objects.requireNonNull(after.get(key)).feed(), this::services).add(key));
    Roll<String, List<String>> all = byFeed.plus(by);
    for (Map.Entry<String, List<String>> e : by.entrySet()) if (e.getValue().isEmpty()) all = all.without(e.getKey());
    return all;
  }

  private List<String> services(String feed) {
    return new ArrayList<>(byFeed.getOrDefault(feed, List.of()));
  }

  /** @param alarms that came, went or changed; {@code moved} services whose alarms may hang on another feed, or none */
  private Set<AlarmKey> loosened(Made next, Set<AlarmKey> alarms, Set<String> moved) {
    Set<AlarmKey> asked = new LinkedHashSet<>(alarms);
    for (String service : moved) for (Kind kind : OF_SERVICE) asked.add(new AlarmKey(kind, service));
    Set<AlarmKey> now = loose;
    for (AlarmKey key : asked) {
      boolean is = next.alarms.containsKey(key) && feed(key, next.services, next.feeds).isEmpty();
      if (is == now.contains(key)) continue;
      if (now == loose) now = new LinkedHashSet<>(loose);
      if (is) now.add(key);
      else now.remove(key);
    }
    return now;
  }

  /** There is a service whose feed is not there: only a look at everything comes to it. */
  boolean strays(Draft d) {
    return byFeed.keySet().stream().anyMatch(id -> !d.feeds.containsKey(id));
  }
}
