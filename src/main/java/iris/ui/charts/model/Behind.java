package iris.ui.charts.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** An earlier time that is laid behind: whole weeks before, so that a Tuesday lies behind a Tuesday. */
public enum Behind {
  NOTHING(0),
  WEEK(7),
  FOUR_WEEKS(28),
  YEAR(364);

  private static final long DAY = 86_400_000;

  private final int days;

  Behind(int days) {
    this.days = days;
  }

  public int days() {
    return days;
  }

  /** Which part of the past lies behind this view. */
  public Optional<View> of(View view, ZoneId zone) {
    if (days == 0) return Optional.empty();
    return Optional.of(new View(earlier(view.from(), zone), earlier(view.to(), zone)));
  }

  /** The same time of the reader's clock, so many days before. */
  public Instant earlier(Instant at, ZoneId zone) {
    return at.atZone(zone).minusDays(days).toInstant();
  }

  /** Where a moment of the past is drawn: at the same time of the reader's clock, whatever was done to it between. */
  LongUnaryOperator later(ZoneId zone) {
    if (days == 0) return LongUnaryOperator.identity();
    ZoneRules rules = zone.getRules();
    long by = days * DAY;
    return at -> at + by + (offset(rules, at) - offset(rules, at + by)) * 1000L;
  }

  private static int offset(ZoneRules rules, long at) {
    return rules.getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
  }
}
