package iris.history.contract;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When the service is promised, by day of the week; a day that is not here has none.
 *
 * @param week shifts by the day that they begin on
 */
public record Hours(Map<DayOfWeek, List<Shift>> week) {
  /** Day and night, all week. */
  public static final Hours ALWAYS = daily(new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

  /** @param to midnight, or no later than {@code from}: on the next day */
  public record Shift(LocalTime from, LocalTime to) {
    boolean overnight() {
      return !to.isAfter(from);
    }
  }

  public Hours {
    Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, shifts) -> {
      if (!shifts.isEmpty()) days.put(day, List.copyOf(shifts));
    });
    if (days.isEmpty()) throw new IllegalArgumentException("no hour of service in the week");
    week = Collections.unmodifiableMap(days);
  }

  public static Hours daily(Shift... shifts) {
    return new Hours(Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> List.of(shifts))));
  }

  public boolean always() {
    return equals(ALWAYS);
  }

  /** The spans of the shifts that begin on this date. */
  List<Span> on(LocalDate date, ZoneId zone) {
    return week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
        .map(s -> new Instant[] {
            at(date.atTime(s.from()), zone, false), at((s.overnight() ? date.plusDays(1) : date).atTime(s.to()), zone, true)})
        // A shift that lies in the hour that a spring night skips is empty.
        .filter(ends -> ends[0].isBefore(ends[1])).map(ends -> new Span(ends[0], ends[1])).toList();
  }

  /**
   * When the clocks there show this. What a spring night skips is the moment of the skip; of an hour that comes twice a
   * shift begins with the first and ends with the last; a day ends where the next begins.
   */
  static Instant at(LocalDateTime local, ZoneId zone, boolean last) {
    if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) return local.toLocalDate().atStartOfDay(zone).toInstant();
    ZoneOffsetTransition turn = zone.getRules().getTransition(local);
    if (turn == null) return local.atZone(zone).toInstant();
    if (turn.isGap()) return turn.getInstant();
    return local.toInstant(last ? turn.getOffsetAfter() : turn.getOffsetBefore());
  }
}
