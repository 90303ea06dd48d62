package iris.ui.charts.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** Round times of the reader's clock under a picture. A day that has 25 hours has a tick more. */
public final class Ticks {
  /** What a tick says. */
  public enum Form {
    TIME,
    DAY,
    MONTH,
    YEAR
  }

  /** @param form the greatest round thing that begins here */
  public record Tick(Instant at, Form form) {}

  private static final int[] MINUTES = {1, 5, 10, 15, 30, 60, 120, 180, 360, 720};
  private static final int[] DAYS = {1, 2, 7, 14};
  private static final int[] MONTHS = {1, 2, 3, 6};
  private static final int DAY = 1440;

  private Ticks() {}

  /** @param apart px between two ticks at least */
  public static List<Tick> of(View view, ZoneId zone, int width, double apart) {
    double most = view.span().toMillis() / 60_000.0 * apart / width;
    for (int minutes : MINUTES) if (minutes >= most) return times(view, zone, minutes);
    for (int days : DAYS) if (days * DAY >= most) return days(view, zone, days);
    for (int months : MONTHS) if (months * 30 * DAY >= most) return months(view, zone, months);
    int years = 1;
    while (years * 365 * DAY < most) years++;
    return months(view, zone, 12 * years);
  }

  /** Where the reader's clock is put forward or back in this time. */
  public static List<ZoneOffsetTransition> turns(View view, ZoneId zone) {
    List<ZoneOffsetTransition> turns = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(view.from());
    while (next != null && next.getInstant().isBefore(view.to())) {
      turns.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return turns;
  }

  private static List<Tick> times(View view, ZoneId zone, int minutes) {
    List<Tick> ticks = new ArrayList<>();
    // Zones lie at quarters of an hour from each other: a round time of any of them lies on this grid.
    int grid = Math.min(minutes, 15);
    long first = Math.ceilDiv(view.from().getEpochSecond(), grid * 60L) * grid * 60L;
    for (long s = first; s < view.to().getEpochSecond(); s += grid * 60L) {
      ZonedDateTime at = Instant.ofEpochSecond(s).atZone(zone);
      int minute = at.getHour() * 60 + at.getMinute();
      if (minute % minutes == 0) ticks.add(new Tick(at.toInstant(), minute == 0 ? Form.DAY : Form.TIME));
    }
    return ticks;
  }

  private static List<Tick> days(View view, ZoneId zone, int days) {
    LocalDate day = view.from().atZone(zone).toLocalDate();
    // Weeks begin on Monday; two days count from the first Monday of all.
    if (days >= 7) day = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long odd = Math.floorMod(day.toEpochDay() - LocalDate.of(1970, 1, 5).toEpochDay(), days);
    return each(view, zone, day.minusDays(odd), days, ChronoUnit.DAYS);
  }

  private static List<Tick> months(View view, ZoneId zone, int months) {
    LocalDate day = view.from().atZone(zone).toLocalDate().withDayOfMonth(1);
    long odd = Math.floorMod((long) day.getYear() * 12 + day.getMonthValue() - 1, months);
    return each(view, zone, day.minusMonths(odd), months, ChronoUnit.MONTHS);
  }

  private static List<Tick> each(View view, ZoneId zone, LocalDate first, int step, ChronoUnit unit) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; ; i++) {
      LocalDate day = first.plus((long) i * step, unit);
      Instant at = day.atStartOfDay(zone).toInstant();
      if (!at.isBefore(view.to())) return ticks;
      if (!at.isBefore(view.from())) ticks.add(new Tick(at, form(day, unit)));
    }
  }

  private static Form form(LocalDate day, ChronoUnit unit) {
    if (unit == ChronoUnit.DAYS) return Form.DAY;
    return day.getMonthValue() == 1 ? Form.YEAR : Form.MONTH;
  }
}
