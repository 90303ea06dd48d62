package iris.history.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What a leaf shows: a month of days and hours, or a year of months and days, by the clock of a zone.
 *
 * @param first its first day
 */
public record Span(Scale scale, LocalDate first, ZoneId zone) {
  /** How finely. */
  public enum Scale {
    /** A row is a day, a square an hour. */
    MONTH,
    /** A row is a month, a square a day. */
    YEAR
  }

  /** A square's place, from 0. */
  public record Place(int row, int col) {}

  public Span {
    Objects.requireNonNull(scale);
    Objects.requireNonNull(zone);
    first = scale == Scale.MONTH ? first.withDayOfMonth(1) : first.withDayOfYear(1);
  }

  /** The one that this moment lies in. */
  public static Span of(Scale scale, Instant at, ZoneId zone) {
    return new Span(scale, at.atZone(zone).toLocalDate(), zone);
  }

  public Span plus(int steps) {
    return new Span(scale, scale == Scale.MONTH ? first.plusMonths(steps) : first.plusYears(steps), zone);
  }

  public Span in(Scale other, LocalDate day) {
    return new Span(other, day, zone);
  }

  public Instant start() {
    return first.atStartOfDay(zone).toInstant();
  }

  public Instant end() {
    return plus(1).start();
  }

  public int rows() {
    return scale == Scale.MONTH ? first.lengthOfMonth() : 12;
  }

  public int cols() {
    return scale == Scale.MONTH ? 24 : 31;
  }

  /** Of an hour that is there twice, the place is the same. */
  public Place place(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return scale == Scale.MONTH ? new Place(local.getDayOfMonth() - 1, local.getHour())
        : new Place(local.getMonthValue() - 1, local.getDayOfMonth() - 1);
  }

  /** The day of a place; empty for the 31st of a short month. */
  public Optional<LocalDate> day(Place place) {
    if (scale == Scale.MONTH) return Optional.of(first.plusDays(place.row()));
    LocalDate month = first.plusMonths(place.row());
    return place.col() < month.lengthOfMonth() ? Optional.of(month.withDayOfMonth(place.col() + 1)) : Optional.empty();
  }

  /** When a place begins; empty where the clocks leap over it, or where there is no such day. */
  public Optional<Instant> begin(Place place) {
    Optional<LocalDate> day = day(place);
    if (day.isEmpty() || scale == Scale.YEAR) return day.map(d -> d.atStartOfDay(zone).toInstant());
    ZonedDateTime at = day.get().atTime(place.col(), 0).atZone(zone);
    return at.getHour() == place.col() ? Optional.of(at.toInstant()) : Optional.empty();
  }

  /** Start of the hour of the annals that comes first in it: where a zone is half an hour off, the one it begins in. */
  Instant firstHour() {
    return start().truncatedTo(ChronoUnit.HOURS);
  }
}
