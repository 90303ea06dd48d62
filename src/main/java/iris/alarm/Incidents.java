package iris.alarm;

import iris.signal.Bulletin;
import iris.signal.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The first witness: what the feed announces. Keeps each incident as last told, notices what opened, ended, changed its
 * kind or vanished, and lets {@link Witnesses} bring it together with the figures.
 */
final class Incidents {
  static final Duration REMEMBERED = Duration.ofHours(24);

  private Incidents() {}

  static void hear(Draft d, FeedDraft f, Bulletin b, Map<ServiceDraft, List<Arrival>> arrivals) {
    Map<String, Map<String, Incident>> told = byService(d, f, b.incidents());
    boolean vanishingIsRecovery = b.dialect().vanishingIsRecovery();
    d.servicesOf(f.id).forEach(s -> {
      Map<String, Incident> here = told.getOrDefault(s.key, Map.of());
      Map<String, Memory.Case> before = new LinkedHashMap<>(s.cases);
      boolean first = before.isEmpty() && s.first.equals(d.now);
      for (Incident i : here.values()) hold(d, s, i, b);
      for (Memory.Case c : List.copyOf(s.cases.values()))
        if (c.held() && !here.containsKey(c.incident().id())) gone(d, s, c, vanishingIsRecovery, moved(d, told, c));
      Maintaining.giveWay(d, s);
      Witnesses.weigh(d, f, s, new Turn(before, first, arrivals.getOrDefault(s, List.of())));
      forget(d, s);
    });
  }

  private static Map<String, Map<String, Incident>> byService(Draft d, FeedDraft f, List<Incident> incidents) {
    Map<String, Map<String, Incident>> told = new LinkedHashMap<>();
    for (Incident i : incidents)
      // Two tellings of one incident in one document: open outweighs closed, in whatever order they stand.
      told.computeIfAbsent(Services.named(d, f, i.service()).key, _ -> new LinkedHashMap<>())
          .merge(i.id(), i, (a, c) -> a.open() == c.open() ? newer(a, c) : a.open() ? a : c);
    return told;
  }

  private static Incident newer(Incident a, Incident b) {
    return b.updates() > a.updates() ? b : a;
  }

  private static void hold(Draft d, ServiceDraft s, Incident told, Bulletin b) {
    Memory.Case known = s.cases.get(told.id());
    if (known != null && known.held() && known.told().equals(told)) return;
    Incident i = Classifying.judged(d, s, told);
    boolean same = known != null && known.incident().equals(i);
    Optional<Instant> done = i.open() ? Optional.empty() : Optional.of(i.closed().orElse(d.wall()));
    Optional<Alarm.Remark> aside = known == null ? Optional.empty() : known.aside().filter(_ -> sameWords(known, i));
    s.cases.put(i.id(), new Memory.Case(i, true, done, told, aside));
    if (same) return;
    List<Quote> quotes = Quoting.of(b, told, Optional.ofNullable(known).map(Memory.Case::told));
    d.say(spoken(d, s, i, false, told, quotes));
  }

  private static boolean sameWords(Memory.Case known, Incident i) {
    Incident k = known.incident();
    return k.kind() == i.kind() && k.title().equals(i.title()) && k.sentence().equals(i.sentence());
  }

  static Transition.Spoken spoken(
      Draft d, ServiceDraft s, Incident i, boolean vanished, Incident told, List<Quote> quotes) {
    return new Transition.Spoken(d.wall(), s.key, i, vanished, quotes,
        i.equals(told) ? Optional.empty() : Optional.of(told));
  }

  /** No longer in the document: over if its dialect says so, else "gone without a return to normal". */
  private static void gone(Draft d, ServiceDraft s, Memory.Case c, boolean vanishingIsRecovery, boolean moved) {
    Incident i = c.incident();
    boolean over = moved || i.open() && vanishingIsRecovery;
    // It never was this service's: what the figures said since it began is no less true.
    Optional<Instant> end = Optional.of(moved ? i.opened().filter(o -> o.isBefore(d.wall())).orElse(d.wall()) : d.wall());
    Incident told = moved || c.told().open() && vanishingIsRecovery ? c.told().over(end) : c.told();
    if (over) {
      i = i.over(end);
      d.say(spoken(d, s, i, false, told, List.of()));
    } else if (i.open()) {
      d.say(spoken(d, s, i, true, told, List.of()));
    }
    s.cases.put(i.id(), new Memory.Case(i, false, c.done().or(() -> Optional.of(d.wall())), told, Optional.empty()));
  }

  /** The provider says it of another service. One that nobody ever heard of may be a slip: that ends nothing. */
  private static boolean moved(Draft d, Map<String, Map<String, Incident>> told, Memory.Case c) {
    return told.entrySet().stream().filter(e -> !Objects.requireNonNull(d.services.get(e.getKey())).first.equals(d.now))
        .anyMatch(e -> e.getValue().containsKey(c.incident().id()));
  }

  /** An archive may tell how an incident ended that vanished meanwhile; what is open only the feed itself can say. */
  static void archive(Draft d, FeedDraft f, List<Incident> incidents) {
    for (Incident told : incidents) {
      ServiceDraft s = Services.named(d, f, told.service());
      Memory.Case known = s.cases.get(told.id());
      if (told.open() || known == null || !known.vanished()) continue;
      Map<String, Memory.Case> before = new LinkedHashMap<>(s.cases);
      Incident i = Classifying.judged(d, s, told);
      s.cases.put(i.id(),
          new Memory.Case(i, false, i.closed().or(() -> Optional.of(d.wall())), told, Optional.empty()));
      d.say(spoken(d, s, i, false, told, List.of()));
      Witnesses.weigh(d, f, s, new Turn(before, false, List.of()));
    }
  }

  /** What is over for a day, once the document has let it go too. An open one is kept as long as its alarm stands. */
  static void forget(Draft d, ServiceDraft s) {
    boolean standing = d.active(AlarmKey.Kind.OUTAGE, s.key) || d.active(AlarmKey.Kind.DEGRADED, s.key)
        || d.active(AlarmKey.Kind.TO_CLASSIFY, s.key);
    s.cases.values().removeIf(c -> !c.held() && !(c.vanished() && standing) && old(d, c));
  }

  static boolean old(Draft d, Memory.Case c) {
    return c.done().map(at -> Duration.between(at, d.wall()).compareTo(REMEMBERED) > 0).orElse(false);
  }
}
