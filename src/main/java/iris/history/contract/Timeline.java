package iris.history.contract;

import iris.history.years.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one service from here to there, in order: hours where an hour tells it all, windows where one
 * must look closer. Whether one or the other, the figures come out the same.
 *
 * @param pieces those that are said nothing about are left out
 */
public record Timeline(Span span, List<Piece> pieces) {
  /** No window is longer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  public Timeline {
    Objects.requireNonNull(span);
    pieces = pieces.stream().filter(p -> p.said() > 0 && p.span().overlaps(span)).sorted(Comparator.comparing(Piece::from)).toList();
  }

  /** Of windows alone. */
  public static Timeline ofWindows(Span span, Collection<Stretch> windows) {
    return new Timeline(span, windows.stream().map(w -> new Piece(w, false)).toList());
  }

  /** Those that overlap this span. */
  List<Piece> touching(Span in) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).from().isBefore(in.from())) low = middle + 1;
      else high = middle;
    }
    int first = low;
    // Windows may overlap, as when a feed changes its period.
    while (first > 0 && !pieces.get(first - 1).from().isBefore(in.from().minus(LONGEST))) first--;
    List<Piece> found = new ArrayList<>();
    for (int i = first; i < pieces.size() && pieces.get(i).from().isBefore(in.to()); i++)
      if (pieces.get(i).to().isAfter(in.from())) found.add(pieces.get(i));
    return found;
  }

  /** The time that is spoken of, also by what knows nothing. */
  public Spans said() {
    List<Span> all = new ArrayList<>();
    for (Piece p : pieces) all.add(p.span());
    return Spans.of(all).and(Spans.of(span.from(), span.to()));
  }
}
