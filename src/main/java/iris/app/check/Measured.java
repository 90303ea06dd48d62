package iris.app.check;

import iris.alarm.Bounds;
import iris.alarm.Judged;
import iris.alarm.Rules.ServiceRules;
import iris.signal.Bulletin;
import iris.signal.Item;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The windows of one service as the board would judge them with the limits that hold where nothing is configured: a
 * window that calls itself up while most of its transactions failed is down. Of two items for one window the newest
 * publication counts, of two as new the worse, wherever they stand in the document.
 *
 * @param past oldest first, each start once; one ahead of our clock among them where it says that the service is down
 * @param ahead the newest window that has not yet ended: a clock or a time zone is wrong somewhere
 */
record Measured(List<Judged> past, Optional<Window> ahead) {
  static final Duration SKEW = Duration.ofSeconds(60);

  static Measured of(Bulletin bulletin, String service, Instant now) {
    TreeMap<Instant, Judged> best = new TreeMap<>();
    Optional<Window> ahead = Optional.empty();
    for (Item item : bulletin.items()) {
      if (!(item.body() instanceof Window w) || !w.service().equals(service)) continue;
      Verdict verdict = ServiceRules.DEFAULT.verdict(w);
      if (w.to().isAfter(now.plus(SKEW))) {
        if (ahead.isEmpty() || ahead.get().to().isBefore(w.to())) ahead = Optional.of(w);
        // As on the board: bad news count, good news wait for their time.
        if (verdict != Verdict.DOWN || w.to().isAfter(now.plus(Bounds.WRONG_CLOCK))) continue;
      }
      Judged judged = new Judged(w, verdict, false, item.guid(), item.revision(), item.published());
      best.merge(w.from(), judged, (a, b) -> Judged.BEST.compare(a, b) <= 0 ? a : b);
    }
    return new Measured(List.copyOf(best.values()), ahead);
  }

  Optional<Window> newest() {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().window());
  }

  Optional<Verdict> verdict() {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().verdict());
  }

  /** The begin of the first of the windows that are like the newest. */
  Optional<Instant> since() {
    Optional<Instant> since = Optional.empty();
    for (Judged j : past.reversed()) {
      if (j.verdict() != past.getLast().verdict()) return since;
      since = Optional.of(j.window().from());
    }
    return since;
  }

  /** Whose failures are the most, where there are reasons to ask. */
  Optional<Origin> origin() {
    if (verdict().filter(v -> v == Verdict.DOWN || v == Verdict.DEGRADED).isEmpty()) return Optional.empty();
    return newest().flatMap(w -> w.failures().entrySet().stream().max(Map.Entry.comparingByValue()))
        .map(Map.Entry::getKey);
  }

  /** Why the verdict is another than the word of the window itself. */
  Optional<Reason> contradiction() {
    return newest().filter(w -> verdict().filter(v -> v != w.state()).isPresent())
        .map(w -> Reason.of("app.check.contradicted", w.failed(), w.total(), w.to()));
  }
}
