package iris.alarm;

import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** The newest windows of a service against what is usual for their hour: no alarm, a mark and a line. */
final class Drifting {
  /** Windows older than that are judged by no norm any more. */
  private static final Duration KEPT = Duration.ofHours(3);

  /** Fewer failures than that are no drift, whatever share of little traffic they are. */
  private static final long FEWEST = 3;

  private Drifting() {}

  /** How far out a window is, and by what; 0 and no measure where nothing can be compared. */
  record Far(double reach, Optional<Measure> by) {}

  private record Seen(Window window, Norm norm, Far far) {
    Instant from() {
      return window.from();
    }

    Drift drift(ServiceDraft s, Instant since) {
      Measure by = far.by().orElseThrow();
      return new Drift(since, by, by.of(window, s.service).orElseThrow(),
          Objects.requireNonNull(norm.usual().get(by)), norm.day(), norm.hour(), norm.weeks());
    }
  }

  static void learn(Draft d, List<Norm> norms) {
    Map<String, List<Norm>> by = new HashMap<>();
    for (Norm n : norms) by.computeIfAbsent(n.service(), _ -> new ArrayList<>()).add(n);
    by.forEach((key, news) -> Optional.ofNullable(d.services.get(key)).ifPresent(s -> {
      d.concern(key);
      List<Norm> all = new ArrayList<>(news);
      s.norms.stream().filter(old -> news.stream().noneMatch(n -> n.covers(old.from()))).forEach(all::add);
      s.norms = all.stream().filter(n -> n.to().isAfter(d.wall().minus(KEPT)))
          .sorted(Comparator.comparing(Norm::from)).toList();
    }));
  }

  /** After all else was decided: what is down, or not supposed to work, drifts no more. */
  static void pass(Draft d, ServiceDraft s) {
    if (s.norms.isEmpty() && s.drift.isEmpty()) return;
    boolean spoken = d.active(AlarmKey.Kind.OUTAGE, s.key) || s.maintenance.isPresent() || s.outOfService.isPresent();
    Optional<Drift> now = spoken ? Optional.empty() : judge(d, s);
    if (now.equals(s.drift)) return;
    if (now.isEmpty()) d.say(new Transition.Drifted(d.wall(), s.key, s.drift.orElseThrow(), true));
    else if (s.drift.isEmpty()) d.say(new Transition.Drifted(d.wall(), s.key, now.get(), false));
    s.drift = now;
  }

  /** Reads the windows from the newest on: late ones and revisions find their place, and nothing is counted twice. */
  private static Optional<Drift> judge(Draft d, ServiceDraft s) {
    // Nobody knows any more what is usual: nobody can say that it still drifts.
    if (s.newest().flatMap(j -> norm(s, j.window().from())).isEmpty()) return Optional.empty();
    List<Seen> newest = newest(d, s);
    if (!Beyond.CHOSEN.stands(s.drift.isPresent(), newest.stream().map(n -> n.far().reach()).toList())) return Optional.empty();
    Instant since = s.drift.map(Drift::since).orElseGet(() -> newest.getLast().from());
    return newest.stream().filter(n -> n.far().reach() > 1).findFirst().map(n -> n.drift(s, since)).or(() -> s.drift);
  }

  /** As many as decide, newest first; a gap as long as a window ends them, since nobody knows what was in it. */
  private static List<Seen> newest(Draft d, ServiceDraft s) {
    List<Seen> seen = new ArrayList<>();
    Window after = null;
    for (Judged j : s.windows().descendingMap().values()) {
      Window w = j.window();
      Optional<Norm> norm = norm(s, w.from());
      boolean gap = after != null && Duration.between(w.to(), after.from()).compareTo(w.length()) > 0;
      if (norm.isEmpty() || gap || !measured(d, s, j) || seen.size() == Beyond.CHOSEN.windows()) break;
      seen.add(new Seen(w, norm.get(), far(w, s, norm.get())));
      after = w;
    }
    return seen;
  }

  private static boolean measured(Draft d, ServiceDraft s, Judged j) {
    Verdict v = j.verdict() == Verdict.MAINTENANCE ? Verdict.MAINTENANCE : Arriving.raw(j, d.rules.of(s.key));
    return v == Verdict.UP || v == Verdict.DEGRADED;
  }

  static Optional<Norm> norm(ServiceDraft s, Instant at) {
    for (Norm n : s.norms) if (n.covers(at)) return Optional.of(n);
    return Optional.empty();
  }

  static Far far(Window w, ServiceDraft s, Norm norm) {
    Far farthest = new Far(0, Optional.empty());
    for (Map.Entry<Measure, Norm.Usual> e : norm.usual().entrySet()) {
      Measure m = e.getKey();
      if (m == Measure.FAILURES && w.failed() < FEWEST) continue;
      OptionalDouble value = m.of(w, s.service);
      if (value.isEmpty()) continue;
      double reach = Beyond.CHOSEN.reach(m, value.getAsDouble(), e.getValue());
      if (reach > farthest.reach()) farthest = new Far(reach, Optional.of(m));
    }
    return farthest;
  }
}
