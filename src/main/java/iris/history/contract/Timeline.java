package iris.history.contract;

import iris.history.years.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one service from here to there, in order: hours where an hour tells it all, windows where one
 * must look closer. Whether one or the other, the figures come out the same. Immutable.
 */
public final class Timeline {
  /** No window speaks for more. */
  private static final long LONGEST = Duration.ofDays(1).toSeconds();

  private final Span span;
  private final List<Piece> pieces;
  private final Spans said;
  private final long longest;

  /** @param pieces those that are said nothing about are left out */
  public Timeline(Span span, List<Piece> pieces) {
    this.span = Objects.requireNonNull(span);
    this.pieces = pieces.stream().filter(p -> p.said() > 0 && p.span().overlaps(span)).sorted(Comparator.comparing(Piece::from)).toList();
    longest = Math.min(LONGEST, this.pieces.stream().mapToLong(Piece::seconds).max().orElse(0));
    said = joined(this.pieces).and(Spans.of(span.from(), span.to()));
  }

  /** Of windows alone. */
  public static Timeline ofWindows(Span span, Collection<Stretch> windows) {
    return new Timeline(span, windows.stream().map(w -> new Piece(w, false)).toList());
  }

  public Span span() {
    return span;
  }

  /** By their begin. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** Those that overlap this span. */
  List<Piece> touching(Span in) {
    // Windows may overlap, as when a feed changes its period: as far back as the longest of them lasts.
    Instant reach = in.from().minusSeconds(longest);
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).from().isBefore(reach)) low = middle + 1;
      else high = middle;
    }
    List<Piece> found = new ArrayList<>();
    for (int i = low; i < pieces.size() && pieces.get(i).from().isBefore(in.to()); i++)
      if (pieces.get(i).to().isAfter(in.from())) found.add(pieces.get(i));
    return found;
  }

  /** The time that is spoken of, also by what knows nothing. */
  public Spans said() {
    return said;
  }

  /** A year of windows is a hundred thousand spans that touch: they are joined as they come. */
  private static Spans joined(List<Piece> inOrder) {
    List<Span> joined = new ArrayList<>();
    Instant from = null;
    Instant to = null;
    for (Piece p : inOrder) {
      if (to != null && !to.isBefore(p.from())) {
        to = Spans.later(to, p.to());
        continue;
      }
      if (from != null && to != null) joined.add(new Span(from, to));
      from = p.from();
      to = p.to();
    }
    if (from != null && to != null) joined.add(new Span(from, to));
    return new Spans(joined);
  }
}
