package iris.history.month;

import iris.alarm.AlarmKey;
import iris.history.story.Episode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A leaf, filled in.
 *
 * @param now until when it was known: what still stands is counted until then
 * @param squares by place; what is not here is {@link Square#NONE}
 * @param episodes that touch it, by their begin: outages, degradations, times without sight
 * @param causes of them, those that took most first
 */
public record Almanac(
    Span span, Instant now, Map<Span.Place, Square> squares, List<Episode> episodes, List<Cause> causes) {
  public Almanac {
    Objects.requireNonNull(span);
    Objects.requireNonNull(now);
    squares = Map.copyOf(squares);
    episodes = List.copyOf(episodes);
    causes = List.copyOf(causes);
  }

  public Square at(Span.Place place) {
    return squares.getOrDefault(place, Square.NONE);
  }

  public List<Episode> on(LocalDate day) {
    Instant from = day.atStartOfDay(span.zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(span.zone()).toInstant();
    return episodes.stream().filter(e -> touches(e, from, to, now)).toList();
  }

  /** How long a service was down on this day; of several at once each counts. */
  public Duration down(LocalDate day) {
    Instant from = day.atStartOfDay(span.zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(span.zone()).toInstant();
    return on(day).stream().filter(e -> e.alarm().kind() == AlarmKey.Kind.OUTAGE)
        .map(e -> within(e, from, to, now)).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * How long windows say that services were down on this day, outside of maintenance; of several at once each counts.
   * More than {@link #down} where a console read them afterwards: then no alarm stood.
   */
  public Duration measured(LocalDate day) {
    return Duration.ofSeconds(squares.entrySet().stream().filter(e -> span.day(e.getKey()).equals(Optional.of(day)))
        .mapToLong(e -> e.getValue().plain().down()).sum());
  }

  /** It stood in between, were it for a moment. */
  public static boolean touches(Episode e, Instant from, Instant to, Instant now) {
    return e.since().isBefore(to) && (end(e, now).isAfter(from) || !e.since().isBefore(from));
  }

  /** The part of its bad state that lies in between. */
  public static Duration within(Episode e, Instant from, Instant to, Instant now) {
    Instant begin = e.since().isAfter(from) ? e.since() : from;
    Instant end = end(e, now).isBefore(to) ? end(e, now) : to;
    return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private static Instant end(Episode e, Instant now) {
    return e.ended().or(e::closed).orElse(now);
  }
}
