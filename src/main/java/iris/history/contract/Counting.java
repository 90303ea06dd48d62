package iris.history.contract;

import iris.history.years.Tally;
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
    Adding all = new Adding();
    silent(time.less(said), all);
    for (Span span : time.all())
      for (Piece p : timeline.touching(span)) piece(p.clip(span), all);
    return all.counts();
  }

  private void silent(Spans time, Adding all) {
    if (time.isEmpty()) return;
    Spans gaps = counted ? time : time.less(works);
    all.maintenance(time.seconds() - gaps.seconds());
    all.unmeasured(causes.split(gaps));
  }

  private void piece(Piece p, Adding all) {
    tally(p, p.stretch().plain(), all);
    long maintenance = p.stretch().works().said();
    if (counted) tally(p, p.stretch().works(), all);
    else all.maintenance(maintenance);
    long silent = p.coarse() ? Math.max(0, p.seconds() - p.said()) : 0;
    if (silent == 0) return;
    // Where in its hour it lies nobody knows: as much of it is maintenance as there was.
    long pause = counted ? 0 : works.and(Spans.of(p.from(), p.to())).seconds() - maintenance;
    long still = Math.clamp(pause, 0, silent);
    all.maintenance(still);
    if (silent > still) all.unmeasured(causes.split(p.span(), silent - still));
  }

  private void tally(Piece p, Tally t, Adding all) {
    if (t.said() == 0) return;
    all.measured(t);
    double untold = t.known() - t.good();
    for (double named : t.lost().values()) untold -= named;
    if (untold > Counts.DUST) all.blamed(blame.split(p.span(), untold));
  }
}
