package iris.history.years;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How finely time is cut. {@link #WINDOW}: as the feed published it, usually five minutes. The others are kept beside
 * the windows, on the UTC grid: a day of a contract in another zone is made of hours.
 */
public enum Grain {
  WINDOW,
  HOUR,
  DAY,
  MONTH;

  /** The start of the stretch that this instant lies in; of {@link #WINDOW} the instant itself. */
  public Instant floor(Instant at) {
    return switch (this) {
      case WINDOW -> at;
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
      case DAY -> at.truncatedTo(ChronoUnit.DAYS);
      case MONTH -> day(at).withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  /** The end of the stretch that starts here; windows have lengths of their own. */
  public Instant next(Instant start) {
    return switch (this) {
      case WINDOW -> throw new IllegalArgumentException("a window ends where its feed says");
      case HOUR -> start.plus(1, ChronoUnit.HOURS);
      case DAY -> start.plus(1, ChronoUnit.DAYS);
      case MONTH -> day(start).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
