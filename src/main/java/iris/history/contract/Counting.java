package iris.history.contract;

import iris.history.years.Tally;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What of a timeline counts, and as what. */
public final class Counting {
  private final Timeline timeline;
  private final boolean counted;
  private final Spans works;
  private final Causes causes;
  private final Blame blame;
  private final Spans said;

  /**
   * @param counted maintenance counts like any other time
   * @param works when maintenance was: silence in it is maintenance, and no gap
   */
  public Counting(Timeline timeline, boolean counted, Spans works, Causes causes, Blame blame) {
    this.timeline = Objects.requireNonNull(timeline);
    this.counted = counted;
    this.works = Objects.requireNonNull(works);
    this.causes = Objects.requireNonNull(causes);
    this.blame = Objects.requireNonNull(blame);
    said = timeline.said();
  }

  /** Only what lies in the timeline's span is counted. */
  public Counts in(Spans promised) {
    Spans time = promised.and(Spans.of(timeline.span().from(), timeline.span().to()));
    Counts all = silent(time.less(said));
    for (Span span : time.all())
      for (Piece p : timeline.touching(span)) all = all.plus(piece(p.clip(span)));
    return all;
  }

  private Counts silent(Spans time) {
    if (counted) return new Counts(0, Tally.NONE, Map.of(), causes.split(time));
    return new Counts(time.and(works).seconds(), Tally.NONE, Map.of(), causes.split(time.less(works)));
  }

  private Counts piece(Piece p) {
    Tally measured = counted ? p.stretch().plain().plus(p.stretch().works()) : p.stretch().plain();
    double named = measured.lost().values().stream().mapToDouble(Double::doubleValue).sum();
    double untold = Math.max(0, measured.known() - measured.good() - named);
    Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    if (measured.unknown() > 0) causes.put(Cause.SAID, measured.unknown());
    long maintenance = counted ? 0 : p.stretch().works().said();
    long silent = p.coarse() ? Math.max(0, p.seconds() - p.said()) : 0;
    if (silent > 0) {
      long pause = counted ? 0 : Math.min(silent, works.and(Spans.of(p.from(), p.to())).seconds() - maintenance);
      maintenance += Math.max(0, pause);
      causes.putAll(this.causes.split(p.span(), silent - Math.max(0, pause)));
    }
    return new Counts(maintenance, measured, blame.split(p.span(), untold), causes);
  }
}
