package iris.history.contract;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is known of one service from here to there, in order: hours where an hour tells it all, windows where one
 * must look closer. Whether one or the other, the figures come out the same.
 *
 * @param pieces apart from each other; a time that is in none of them was said nothing about
 */
public record Timeline(Span span, List<Stretch> pieces) {
  public Timeline {
    pieces = List.copyOf(pieces);
  }

  /** Pieces in any order; of those that overlap what begins first counts. */
  public static Timeline of(Span span, List<Stretch> any) {
    List<Stretch> apart = new ArrayList<>();
    Instant at = Instant.MIN;
    for (Stretch s : any.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
      if (s.from().isBefore(at)) continue;
      apart.add(s);
      at = s.to();
    }
    return new Timeline(span, apart);
  }

  /** The time that windows speak of, those of maintenance and those that know nothing too. */
  public Spans said() {
    List<Span> all = new ArrayList<>();
    for (Stretch s : pieces) if (said(s) > 0) all.add(new Span(s.from(), s.to()));
    return Spans.of(all).and(Spans.of(span.from(), span.to()));
  }

  static long said(Stretch s) {
    return s.plain().said() + s.works().said();
  }

  static long seconds(Stretch s) {
    return s.to().getEpochSecond() - s.from().getEpochSecond();
  }

  /** What of a tally falls to these seconds of its stretch. */
  static Tally part(Tally t, long seconds, long of) {
    if (seconds >= of) return t;
    double share = (double) seconds / of;
    long up = Math.round(t.up() * share);
    long degraded = Math.round(t.degraded() * share);
    long down = Math.round(t.down() * share);
    double good = Math.min(t.good() * share, up + degraded + down);
    double lost = Math.max(0, t.known() - t.good());
    double left = lost == 0 ? 0 : Math.min(share, (up + degraded + down - good) / lost);
    return new Tally(good, up, degraded, down, Math.round(t.unknown() * share),
        t.lost().entrySet().stream().collect(java.util.stream.Collectors.toMap(java.util.Map.Entry::getKey, e -> e.getValue() * left)));
  }
}
