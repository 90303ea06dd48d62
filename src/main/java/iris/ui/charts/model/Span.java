package iris.ui.charts.model;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/** The spans that have a button. From a week on they are days of the reader's calendar, not multiples of 24 hours. */
public enum Span {
  HOUR(Duration.ofHours(1)),
  SIX_HOURS(Duration.ofHours(6)),
  DAY(Duration.ofHours(24)),
  WEEK(Period.ofDays(7)),
  MONTH(Period.ofDays(30)),
  QUARTER(Period.ofDays(90)),
  YEAR(Period.ofYears(1)),
  THREE_YEARS(Period.ofYears(3)),
  FIVE_YEARS(Period.ofYears(5));

  private final TemporalAmount length;

  Span(TemporalAmount length) {
    this.length = length;
  }

  /** The span that ends here. */
  public View until(Instant end, ZoneId zone) {
    return new View(end.atZone(zone).minus(length).toInstant(), end);
  }
}
