package iris.alarm;

import iris.signal.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Since when the figures are normal, though somebody still holds an incident open. */
final class Normality {
  private Normality() {}

  static Optional<Instant> since(Draft d, ServiceDraft s) {
    Optional<Instant> start = Optional.empty();
    for (Judged j : s.windows().descendingMap().values()) {
      Verdict v = Arriving.raw(j, d.rules.of(s.key));
      if (v == Verdict.DOWN || v == Verdict.DEGRADED) break;
      if (v == Verdict.UP) start = Optional.of(j.window().from());
    }
    // Figures that were good all along prove nothing about an incident that never touched them.
    Optional<Instant> opened = s.cases.values().stream().filter(c -> c.held() && c.incident().open())
        .flatMap(c -> c.incident().opened().stream()).min(Instant::compareTo);
    return start.map(at -> opened.filter(o -> o.isAfter(at)).orElse(at));
  }
}
