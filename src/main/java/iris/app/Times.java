package iris.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Times as an operator writes them: ISO 8601 with a zone, or the local time of the agent's zone with or without its
 * day. A time without its day is the one that can be meant: the last for what began, the next for what is planned.
 */
final class Times {
  /** A clock at which somebody reads the time may be ahead of this one by so much. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final Duration LONGEST_UNDATED = Duration.ofHours(12);

  private final ZoneId zone;
  private final Instant now;

  Times(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** When something began or ended: without a day, the last such time until now. */
  Instant past(String option, String written) throws Misuse {
    Optional<LocalTime> time = time(written);
    return time.isPresent() ? last(option, time.get(), now.plus(TOLERANCE)) : dated(option, written);
  }

  /** From when to when something is planned; each may be missing. */
  record Range(Optional<Instant> from, Optional<Instant> to) {}

  Range range(Optional<String> from, Optional<String> to) throws Misuse {
    Optional<Instant> start = Optional.empty();
    if (from.isPresent() && time(from.get()).isEmpty()) start = Optional.of(dated("--from", from.get()));
    Optional<Instant> end = Optional.empty();
    if (to.isPresent()) {
      Optional<LocalTime> time = time(to.get());
      end = Optional.of(time.isPresent() ? next("--to", time.get(), start.orElse(now)) : dated("--to", to.get()));
    }
    if (from.isPresent() && start.isEmpty()) {
      LocalTime time = time(from.get()).orElseThrow();
      start = Optional.of(end.isPresent() ? last("--from", time, end.get().minusNanos(1)) : next("--from", time, now));
      if (to.isPresent() && time(to.get()).isPresent()) refuseSurprise(from.get(), to.get(), start.get(), end.orElseThrow());
    }
    return new Range(start, end);
  }

  /**
   * "22:00 to 21:00", written at 19:00, would be work that has been going on since yesterday: at once nobody would be told
   * of an outage. Who has such long work behind him gives the days.
   */
  private void refuseSurprise(String from, String to, Instant start, Instant end) throws Misuse {
    if (start.isBefore(now) && Duration.between(start, end).compareTo(LONGEST_UNDATED) > 0)
      throw new Misuse("app.announce.which-days", from, to);
  }

  private Instant last(String option, LocalTime time, Instant atMost) throws Misuse {
    LocalDate day = atMost.atZone(zone).toLocalDate();
    Instant at = local(option, day.atTime(time));
    return at.isAfter(atMost) ? local(option, day.minusDays(1).atTime(time)) : at;
  }

  private Instant next(String option, LocalTime time, Instant after) throws Misuse {
    LocalDate day = after.atZone(zone).toLocalDate();
    Instant at = local(option, day.atTime(time));
    return at.isAfter(after) ? at : local(option, day.plusDays(1).atTime(time));
  }

  private Instant dated(String option, String written) throws Misuse {
    String iso = written.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T");
    try {
      if (iso.matches(".*(Z|z|[+-]\\d\\d(:?\\d\\d)?)$") && iso.contains("T")) return OffsetDateTime.parse(iso).toInstant();
      return local(option, LocalDateTime.parse(iso));
    } catch (DateTimeException e) {
      throw new Misuse("app.announce.time", option, written);
    }
  }

  /** In the night when clocks go forward, an hour is missing: no time of it can be meant. */
  private Instant local(String option, LocalDateTime time) throws Misuse {
    if (zone.getRules().getValidOffsets(time).isEmpty())
      throw new Misuse("app.announce.no-such-time", option, time, zone);
    return time.atZone(zone).toInstant();
  }

  private static Optional<LocalTime> time(String written) {
    try {
      String padded = written.strip().matches("\\d:.*") ? "0" + written.strip() : written.strip();
      return Optional.of(LocalTime.parse(padded));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
