package iris.ui.charts;

import iris.ui.charts.model.Behind;
import iris.ui.charts.model.Levels;
import iris.ui.charts.model.Span;
import iris.ui.charts.model.View;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What the reader wants to see. A value: each key and each movement makes the next one of it.
 *
 * @param follows the view ends now, and goes on with the clock
 * @param span the button that made the view; empty: a hand did
 * @param finer by how many grains finer than what is clear, 0 to {@link iris.ui.charts.model.Plan#FINEST}
 * @param cursor the moment that is read
 */
record Wanted(String service, View view, boolean follows, Optional<Span> span, Behind behind, Levels.Wish scale, int finer,
    Optional<Instant> cursor) {
  Wanted {
    Objects.requireNonNull(service);
    Objects.requireNonNull(view);
    Objects.requireNonNull(span);
    Objects.requireNonNull(behind);
    Objects.requireNonNull(scale);
    Objects.requireNonNull(cursor);
  }

  static Wanted first(String service, Instant now, ZoneId zone) {
    return new Wanted(service, Span.DAY.until(now, zone), true, Optional.of(Span.DAY), Behind.NOTHING, Levels.Wish.FITTING, 0,
        Optional.empty());
  }

  Wanted of(String other) {
    return new Wanted(other, view, follows, span, behind, scale, finer, cursor);
  }

  Wanted span(Span chosen, Instant now, ZoneId zone) {
    return new Wanted(service, chosen.until(now, zone), true, Optional.of(chosen), behind, scale, finer, cursor);
  }

  /** @param first, now nothing is seen before and after */
  Wanted view(View next, Instant first, Instant now) {
    View within = next.within(first, now);
    boolean sameLength = within.span().equals(view.span());
    return new Wanted(service, within, !within.to().isBefore(now), sameLength ? span : Optional.empty(), behind, scale, finer,
        cursor);
  }

  /** The clock goes on; a view that follows it moves as soon as it would move by a pixel. */
  Wanted at(Instant now, ZoneId zone, double millisInAPixel) {
    if (!follows || now.toEpochMilli() - view.to().toEpochMilli() < Math.max(1000, millisInAPixel)) return this;
    View next = span.map(s -> s.until(now, zone))
        .orElseGet(() -> view.moved(now.toEpochMilli() - view.to().toEpochMilli()));
    return new Wanted(service, next, true, span, behind, scale, finer, cursor);
  }

  Wanted behind(Behind next) {
    return new Wanted(service, view, follows, span, next, scale, finer, cursor);
  }

  Wanted scale(Levels.Wish next) {
    return new Wanted(service, view, follows, span, behind, next, finer, cursor);
  }

  Wanted finer(int next) {
    return new Wanted(service, view, follows, span, behind, scale, next, cursor);
  }

  Wanted cursor(Optional<Instant> next) {
    return new Wanted(service, view, follows, span, behind, scale, finer, next);
  }
}
