package iris.history.contract;

import iris.history.years.Spread;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch in a timeline.
 *
 * @param coarse an hour: of its silence nobody knows where in it it lies; else a window
 * @param p95s of an hour, those of its windows, ms; empty: it is known only how they are spread
 */
public record Piece(Stretch stretch, boolean coarse, Optional<List<Long>> p95s) {
  public Piece {
    Objects.requireNonNull(stretch);
    p95s = p95s.map(List::copyOf);
  }

  public Piece(Stretch stretch, boolean coarse) {
    this(stretch, coarse, Optional.empty());
  }

  Instant from() {
    return stretch.from();
  }

  Instant to() {
    return stretch.to();
  }

  Span span() {
    return new Span(from(), to());
  }

  long seconds() {
    return to().getEpochSecond() - from().getEpochSecond();
  }

  long said() {
    return stretch.plain().said() + stretch.works().said();
  }

  /** Only what lies in this span; what a window counted belongs where it starts. */
  Piece clip(Span span) {
    if (!from().isBefore(span.from()) && !to().isAfter(span.to())) return this;
    Span in = new Span(Spans.later(from(), span.from()), Spans.earlier(to(), span.to()));
    boolean starts = span.holds(from());
    Stretch s = stretch;
    return new Piece(new Stretch(in.from(), in.to(), starts ? s.windows() : 0, part(s.plain(), in.seconds()),
        part(s.works(), in.seconds()), starts ? s.total() : 0, starts ? s.failed() : 0, starts ? s.failures() : Map.of(),
        starts ? s.transaction() : Times.NONE, starts ? s.responses() : Map.of(),
        starts ? s.p95s() : Spread.NONE), coarse, p95s.map(all -> starts ? all : List.of()));
  }

  /** What of a tally of this stretch falls to so many of its seconds. */
  Tally part(Tally t, long seconds) {
    if (seconds >= seconds() || t.said() == 0) return t;
    double share = (double) seconds / seconds();
    long up = Math.round(t.up() * share);
    long degraded = Math.round(t.degraded() * share);
    long down = Math.round(t.down() * share);
    long known = up + degraded + down;
    double good = Math.min(t.good() * share, known);
    double lost = t.known() - t.good();
    double left = lost <= 0 ? 0 : Math.min(share, (known - good) / lost);
    Map<Origin, Double> by = new HashMap<>();
    t.lost().forEach((origin, s) -> by.put(origin, s * left));
    return new Tally(good, up, degraded, down, Math.round(t.unknown() * share), by);
  }
}
