package iris.history.drift;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * One hour of the clock on the wall.
 *
 * @param local its beginning, by that clock; of the hour that is twice there in autumn both are meant
 * @param from inclusive, {@code to} exclusive
 */
public record Hour(LocalDateTime local, ZoneId zone, Instant from, Instant to) {
  private static final Duration BESIDE = Duration.ofHours(1);

  /** A stretch of the past, {@code from} inclusive, {@code to} exclusive. */
  public record Span(Instant from, Instant to) {}

  public Hour {
    Objects.requireNonNull(local);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /** The hour that this moment lies in. */
  public static Hour at(Instant moment, ZoneId zone) {
    LocalDateTime local = moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
    return of(local, zone).orElseGet(() -> new Hour(local, zone, leap(local, zone), end(local, zone)));
  }

  /** The hour after this one, by the clock of the world: in spring one of the wall is left out. */
  public Hour next() {
    return at(to, zone);
  }

  public DayOfWeek day() {
    return local.getDayOfWeek();
  }

  /** The same hour so many weeks ago, with the hour before and after it; empty where the clocks left it out. */
  public Optional<Span> ago(int weeks) {
    return of(local.minusWeeks(weeks), zone).map(h -> new Span(h.from.minus(BESIDE), h.to.plus(BESIDE)));
  }

  private static Optional<Hour> of(LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).isEmpty()) return Optional.empty();
    return Optional.of(new Hour(local, zone, instant(local, zone), end(local, zone)));
  }

  private static Instant end(LocalDateTime local, ZoneId zone) {
    LocalDateTime end = local.plusHours(1);
    // Where the clocks leap, the next hour is not there: this one ends where they leap.
    return zone.getRules().getValidOffsets(end).isEmpty() ? leap(end, zone) : instant(end, zone);
  }

  /** Of a time that is there twice the first. */
  private static Instant instant(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.ofLocal(local, zone, null).withEarlierOffsetAtOverlap().toInstant();
  }

  private static Instant leap(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getTransition(local).getInstant();
  }
}
