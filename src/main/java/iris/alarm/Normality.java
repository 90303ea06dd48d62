package iris.alarm;

import iris.signal.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Since when the figures are normal, though somebody still holds an incident open. */
final class Normality {
  private Normality() {}

  static Optional<Instant> since(Draft d, ServiceDraft s) {
    Optional<Instant> opened = s.cases.values().stream().filter(c -> c.held() && c.incident().open())
        .flatMap(c -> c.incident().opened().stream()).min(Instant::compareTo);
    Optional<Instant> start = Optional.empty();
    for (Judged j : s.windows().descendingMap().values()) {
      // A window that began before the incident opened proves nothing about it, however good it was.
      if (opened.filter(j.window().from()::isBefore).isPresent()) break;
      Verdict v = Arriving.raw(j, d.rules.of(s.key));
      if (v == Verdict.DOWN || v == Verdict.DEGRADED) break;
      if (v == Verdict.UP) start = Optional.of(j.window().from());
    }
    return start;
  }
}
