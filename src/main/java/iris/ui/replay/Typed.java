package iris.ui.replay;

import iris.alarm.LocalMoment;
import iris.signal.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** A time as somebody types it: "3:12", "12/10 03:12", "12/10/2026 03:12:20", "2026-10-12T03:12", with an offset or not. */
public sealed interface Typed {
  record Found(Instant at) implements Typed {
    public Found {
      Objects.requireNonNull(at);
    }
  }

  /** The reason says what could be typed. */
  record Not(Reason why) implements Typed {
    public Not {
      Objects.requireNonNull(why);
    }
  }

  /**
   * @param here what is shown: a time without a day is of this day, a day without a year of this year. Of a time that
   *     comes twice in a night the first is meant, and the second by who stands at the first
   */
  static Typed read(String typed, Instant here, ZoneId zone) {
    String text = typed.strip().replace('h', ':').replaceAll(":$", ":00").replaceFirst("^(\\d):", "0$1:");
    try {
      if (text.matches("\\d{4}-.*[T ].*(Z|[+-]\\d\\d:\\d\\d)"))
        return new Found(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
      return moment(local(text, here.atZone(zone).toLocalDate()), here, zone);
    } catch (DateTimeException e) {
      return new Not(Reason.of("ui.replay.typed", typed.strip()));
    }
  }

  /** The same, of what was: a time without a day is the last one until {@code end}. */
  static Typed past(String typed, Instant end, ZoneId zone) {
    Typed read = read(typed, end, zone);
    boolean dated = typed.strip().matches(".*[/T ].*|\\d{4}-.*");
    if (dated || !(read instanceof Found(Instant at)) || !at.isAfter(end)) return read;
    return read(typed, end.atZone(zone).minusDays(1).toInstant(), zone);
  }

  private static Typed moment(LocalDateTime local, Instant here, ZoneId zone) {
    return switch (LocalMoment.of(local, zone)) {
      case LocalMoment.Once(Instant at) -> new Found(at);
      case LocalMoment.Twice(Instant first, Instant second) ->
          new Found(here.truncatedTo(ChronoUnit.MINUTES).equals(first.truncatedTo(ChronoUnit.MINUTES)) ? second : first);
      case LocalMoment.Never never -> new Not(Reason.of("ui.replay.never", local.toLocalTime(), never.after().toLocalTime()));
    };
  }

  private static LocalDateTime local(String text, LocalDate today) {
    String[] parts = text.split("[T ]+");
    LocalDate day = parts.length == 1 ? today : day(parts[0], today);
    if (parts.length > 2) throw new DateTimeException(text);
    return day.atTime(LocalTime.parse(parts[parts.length - 1].replaceFirst("^(\\d):", "0$1:")));
  }

  private static LocalDate day(String text, LocalDate today) {
    String dated = text.matches("\\d{1,2}/\\d{1,2}") ? text + "/" + today.getYear() : text;
    DateTimeFormatter form = DateTimeFormatter.ofPattern(dated.contains("/") ? "d/M/uuuu" : "uuuu-MM-dd", Locale.ROOT);
    return LocalDate.parse(dated, form.withResolverStyle(ResolverStyle.STRICT));
  }
}
