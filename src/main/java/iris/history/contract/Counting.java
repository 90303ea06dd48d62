package iris.history.contract;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What of a timeline counts, and as what.
 *
 * @param counted maintenance counts like any other time
 * @param works when maintenance was: silence in it is maintenance, and no gap
 */
public record Counting(Timeline timeline, boolean counted, Spans works, Causes causes, Blame blame) {
  public Counting {
    Objects.requireNonNull(timeline);
    Objects.requireNonNull(works);
    Objects.requireNonNull(causes);
    Objects.requireNonNull(blame);
  }

  /** Only what lies in the timeline's span is counted. */
  public Counts in(Spans promised) {
    Spans time = promised.and(Spans.of(timeline.span().from(), timeline.span().to()));
    Counts all = silent(time.less(timeline.said()));
    List<Stretch> pieces = timeline.pieces();
    int first = 0;
    for (Span span : time.all()) {
      while (first < pieces.size() && !pieces.get(first).to().isAfter(span.from())) first++;
      for (int i = first; i < pieces.size() && pieces.get(i).from().isBefore(span.to()); i++)
        all = all.plus(piece(pieces.get(i), span));
    }
    return all;
  }

  private Counts silent(Spans time) {
    if (counted) return new Counts(0, Tally.NONE, Map.of(), causes.split(time));
    return new Counts(time.and(works).seconds(), Tally.NONE, Map.of(), causes.split(time.less(works)));
  }

  private Counts piece(Stretch s, Span span) {
    Span part = new Span(Spans.later(s.from(), span.from()), Spans.earlier(s.to(), span.to()));
    long whole = Timeline.seconds(s);
    Tally plain = Timeline.part(s.plain(), part.seconds(), whole);
    Tally works = Timeline.part(s.works(), part.seconds(), whole);
    Tally measured = counted ? plain.plus(works) : plain;
    double named = measured.lost().values().stream().mapToDouble(Double::doubleValue).sum();
    double untold = Math.max(0, measured.known() - measured.good() - named);
    return new Counts(counted ? 0 : works.said(), measured, blame.split(part, untold),
        measured.unknown() > 0 ? Map.of(Cause.SAID, measured.unknown()) : Map.of());
  }
}
