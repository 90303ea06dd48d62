package iris.report;

import iris.history.contract.Period;
import iris.history.contract.Period.Unit;
import iris.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole days of a calendar, of which a report is; each contract has them in its own zone.
 *
 * @param unit never an hour
 * @param from the first day, {@code to} the day after the last
 */
public record Term(Unit unit, LocalDate from, LocalDate to) {
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-[Ww](\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-[QqTt]([1-4])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  /** No service is older than the web, and no report is of the next century. */
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  public Term {
    if (unit == Unit.HOUR) throw new IllegalArgumentException("an hour is no day");
    Objects.requireNonNull(unit);
    if (!from.isBefore(to)) throw new IllegalArgumentException("no day: " + from + " " + to);
  }

  /**
   * As it is written: {@code month}, {@code week}, {@code day}, {@code quarter}, {@code year} for the last whole one
   * before {@code today}; {@code 2026-10}, {@code 2026-W41}, {@code 2026-Q3}, {@code 2026}, {@code 2026-10-05};
   * {@code 2026-10-05..2026-10-12}, the last day included. Empty: it is none of these.
   */
  public static Optional<Term> of(String written, LocalDate today) {
    String text = written.strip();
    try {
      for (Unit unit : Unit.values())
        if (unit != Unit.RANGE && unit != Unit.HOUR && unit.name().equals(text.toUpperCase(Locale.ROOT)))
          return Optional.of(around(unit, today).before());
      return named(text).filter(t -> t.from().getYear() >= FIRST_YEAR && t.to().getYear() <= LAST_YEAR);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Term> named(String text) {
    Matcher month = MONTH.matcher(text);
    if (month.matches()) return Optional.of(around(Unit.MONTH, YearMonth.parse(text).atDay(1)));
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches())
      return Optional.of(around(Unit.QUARTER,
          LocalDate.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2, 1)));
    Matcher week = WEEK.matcher(text);
    if (week.matches()) return week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
    if (YEAR.matcher(text).matches()) return Optional.of(around(Unit.YEAR, Year.parse(text).atDay(1)));
    int dots = text.indexOf("..");
    if (dots < 0) return Optional.of(around(Unit.DAY, LocalDate.parse(text)));
    LocalDate from = LocalDate.parse(text.substring(0, dots).strip());
    LocalDate last = LocalDate.parse(text.substring(dots + 2).strip());
    return last.isBefore(from) ? Optional.empty() : Optional.of(new Term(Unit.RANGE, from, last.plusDays(1)));
  }

  private static Optional<Term> week(int year, int number) {
    // The fourth of January is always in the first week.
    LocalDate monday = LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(number - 1L);
    boolean there = number >= 1 && monday.get(IsoFields.WEEK_BASED_YEAR) == year;
    return there ? Optional.of(around(Unit.WEEK, monday)) : Optional.empty();
  }

  /** The one of this unit that this day lies in; of {@link Unit#RANGE} the day alone. */
  public static Term around(Unit unit, LocalDate day) {
    LocalDate from = switch (unit) {
      case HOUR, DAY, RANGE -> day;
      case WEEK -> day.with(WeekFields.ISO.dayOfWeek(), 1);
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> day.withDayOfYear(1);
    };
    return new Term(unit, from, step(unit, from, 1));
  }

  private static LocalDate step(Unit unit, LocalDate from, int by) {
    return switch (unit) {
      case HOUR, DAY, RANGE -> from.plusDays(by);
      case WEEK -> from.plusWeeks(by);
      case MONTH -> from.plusMonths(by);
      case QUARTER -> from.plusMonths(3L * by);
      case YEAR -> from.plusYears(by);
    };
  }

  /** The one before, of the same unit; before any days as many. */
  public Term before() {
    return unit == Unit.RANGE ? new Term(unit, from.minusDays(days()), from) : new Term(unit, step(unit, from, -1), from);
  }

  public Term after() {
    return unit == Unit.RANGE ? new Term(unit, to, to.plusDays(days())) : new Term(unit, to, step(unit, to, 1));
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** As the clocks there show it. */
  public Period in(ZoneId zone) {
    return unit == Unit.RANGE ? Period.of(from, to.minusDays(1), zone) : Period.of(unit, from, zone);
  }

  /** As {@link #of} reads it. */
  public String written() {
    return switch (unit) {
      case HOUR, DAY -> from.toString();
      case WEEK -> String.format("%d-W%02d", from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(from).toString();
      case QUARTER -> from.getYear() + "-Q" + quarter();
      case YEAR -> String.valueOf(from.getYear());
      case RANGE -> from + ".." + to.minusDays(1);
    };
  }

  private int quarter() {
    return (from.getMonthValue() + 2) / 3;
  }

  /** "octobre 2026", "semaine 41 de 2026, du 05/10/2026 au 11/10/2026". */
  public String said(Words words) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    String first = day.format(from);
    String last = day.format(to.minusDays(1));
    return switch (unit) {
      case HOUR, DAY -> first;
      case WEEK -> words.say("report.term.week", from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
          from.get(IsoFields.WEEK_BASED_YEAR), first, last);
      case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", words.lang().locale()).format(from);
      case QUARTER -> words.say("report.term.quarter", quarter(), from.getYear());
      case YEAR -> String.valueOf(from.getYear());
      case RANGE -> words.say("report.term.days", first, last);
    };
  }
}
