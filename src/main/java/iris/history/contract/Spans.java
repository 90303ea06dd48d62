package iris.history.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of moments.
 *
 * @param all in order, apart from each other
 */
public record Spans(List<Span> all) {
  public static final Spans NONE = new Spans(List.of());

  public Spans {
    all = List.copyOf(all);
    for (int i = 1; i < all.size(); i++)
      if (!all.get(i - 1).to().isBefore(all.get(i).from()))
        throw new IllegalArgumentException("not apart: " + all.get(i - 1) + " " + all.get(i));
  }

  public static Spans of(Instant from, Instant to) {
    return from.isBefore(to) ? new Spans(List.of(new Span(from, to))) : NONE;
  }

  /** Those that touch or overlap become one. */
  public static Spans of(Collection<Span> any) {
    List<Span> sorted = any.stream().sorted(Comparator.comparing(Span::from)).toList();
    List<Span> joined = new ArrayList<>();
    for (Span s : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || last.to().isBefore(s.from())) joined.add(s);
      else if (last.to().isBefore(s.to())) joined.set(joined.size() - 1, new Span(last.from(), s.to()));
    }
    return new Spans(joined);
  }

  public Spans and(Spans other) {
    List<Span> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < all.size() && j < other.all.size()) {
      Span a = all.get(i);
      Span b = other.all.get(j);
      Instant from = later(a.from(), b.from());
      Instant to = earlier(a.to(), b.to());
      if (from.isBefore(to)) both.add(new Span(from, to));
      if (a.to().isBefore(b.to())) i++;
      else j++;
    }
    return new Spans(both);
  }

  public Spans less(Spans other) {
    if (all.isEmpty() || other.all.isEmpty()) return this;
    return and(other.outside(all.getFirst().from(), all.getLast().to()));
  }

  private Spans outside(Instant from, Instant to) {
    List<Span> gaps = new ArrayList<>();
    Instant at = from;
    for (Span s : all) {
      if (at.isBefore(s.from())) gaps.add(new Span(at, s.from()));
      at = later(at, s.to());
    }
    if (at.isBefore(to)) gaps.add(new Span(at, to));
    return new Spans(gaps);
  }

  public long seconds() {
    return all.stream().mapToLong(Span::seconds).sum();
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
