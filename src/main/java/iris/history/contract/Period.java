package iris.history.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A time that is accounted for, {@code to} exclusive. Days and more are those of a contract's zone. */
public record Period(Unit unit, Instant from, Instant to) {
  public enum Unit {
    HOUR,
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** From any moment to any other. */
    RANGE
  }

  public Period {
    Objects.requireNonNull(unit);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a period ends after it starts: " + from + " " + to);
  }

  public static Period between(Instant from, Instant to) {
    return new Period(Unit.RANGE, from, to);
  }

  /** The one that this moment lies in. */
  public static Period of(Unit unit, Instant at, ZoneId zone) {
    if (unit == Unit.HOUR) return hour(at, zone);
    return of(unit, LocalDate.ofInstant(at, zone), zone);
  }

  /** The one that this day lies in; of {@link Unit#HOUR} and {@link Unit#RANGE} there is none. */
  public static Period of(Unit unit, LocalDate day, ZoneId zone) {
    LocalDate first = first(unit, day);
    return new Period(unit, start(first, zone), start(after(unit, first), zone));
  }

  /** Days, the last one included. */
  public static Period of(LocalDate first, LocalDate last, ZoneId zone) {
    return new Period(Unit.RANGE, start(first, zone), start(last.plusDays(1), zone));
  }

  public Period previous(ZoneId zone) {
    return unit == Unit.RANGE ? between(from.minus(ChronoUnit.SECONDS.between(from, to), ChronoUnit.SECONDS), from)
        : of(unit, from.minusSeconds(1), zone);
  }

  public Period next(ZoneId zone) {
    return unit == Unit.RANGE ? between(to, to.plus(ChronoUnit.SECONDS.between(from, to), ChronoUnit.SECONDS))
        : of(unit, to, zone);
  }

  public Span span() {
    return new Span(from, to);
  }

  /** Its days, hours, months, in order; the first and the last may be cut, and are then a {@link Unit#RANGE}. */
  public List<Period> parts(Unit by, ZoneId zone) {
    if (by == Unit.RANGE) return List.of(this);
    List<Period> parts = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); ) {
      Period whole = of(by, at, zone);
      Instant end = Spans.earlier(whole.to(), to);
      parts.add(whole.from().equals(at) && whole.to().equals(end) ? whole : between(at, end));
      at = end;
    }
    return parts;
  }

  /** The day of the clock there that it starts on, and the last one that it touches. */
  public LocalDate firstDay(ZoneId zone) {
    return LocalDate.ofInstant(from, zone);
  }

  public LocalDate lastDay(ZoneId zone) {
    return LocalDate.ofInstant(to.minusNanos(1), zone);
  }

  /** By the clock there; where clocks turn by half an hour, an hour is cut. */
  private static Period hour(Instant at, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    int offset = rules.getOffset(at).getTotalSeconds();
    Instant from = at.plusSeconds(offset).truncatedTo(ChronoUnit.HOURS).minusSeconds(offset);
    Instant to = from.plus(1, ChronoUnit.HOURS);
    ZoneOffsetTransition before = rules.previousTransition(at.plusNanos(1));
    ZoneOffsetTransition after = rules.nextTransition(at);
    return new Period(Unit.HOUR, before == null ? from : Spans.later(from, before.getInstant()),
        after == null ? to : Spans.earlier(to, after.getInstant()));
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate first(Unit unit, LocalDate day) {
    return switch (unit) {
      case DAY -> day;
      case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> day.withDayOfYear(1);
      case HOUR, RANGE -> throw new IllegalArgumentException("no " + unit + " of a day");
    };
  }

  private static LocalDate after(Unit unit, LocalDate first) {
    return switch (unit) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusDays(7);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
      case YEAR -> first.plusYears(1);
      case HOUR, RANGE -> throw new IllegalArgumentException("no " + unit + " of a day");
    };
  }
}
