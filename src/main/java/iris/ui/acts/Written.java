package iris.ui.acts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times, durations and zones as people write them. Empty: nobody could say what was meant. */
final class Written {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{2}|\\d{4}))?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:\\s*[:h]\\s*(\\d{2})?)?");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,3})\\s*h(?:\\s*(\\d{1,2})\\s*(?:m|mn|min)?)?");
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:m|mn|min)");
  private static final List<String> TODAY = List.of("", "auj", "aujourd'hui", "today");
  private static final List<String> TOMORROW = List.of("demain", "tomorrow");

  private Written() {}

  /** "25/10", "25/10/2026", "2026-10-25", "demain"; without a year the next such day; nothing at all is today. */
  static Optional<LocalDate> day(String written, LocalDate today) {
    String text = plain(written);
    if (TODAY.contains(text)) return Optional.of(today);
    if (TOMORROW.contains(text)) return Optional.of(today.plusDays(1));
    try {
      Matcher m = DAY.matcher(text);
      if (!m.matches()) return Optional.of(LocalDate.parse(text));
      int month = Integer.parseInt(m.group(2));
      int day = Integer.parseInt(m.group(1));
      if (m.group(3) != null) return Optional.of(LocalDate.of(2000 + Integer.parseInt(m.group(3)) % 1000, month, day));
      LocalDate next = LocalDate.of(today.getYear(), month, day);
      return Optional.of(next.isBefore(today) ? next.plusYears(1) : next);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** "1:30", "01:30", "1h30", "5h", "5". */
  static Optional<LocalTime> time(String written) {
    Matcher m = TIME.matcher(plain(written));
    if (!m.matches()) return Optional.empty();
    try {
      return Optional.of(LocalTime.of(Integer.parseInt(m.group(1)), m.group(2) == null ? 0 : Integer.parseInt(m.group(2))));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  /** "4h", "4 h 30", "90 min"; a number without a unit is none. */
  static Optional<Duration> span(String written) {
    String text = plain(written);
    Matcher hours = HOURS.matcher(text);
    Matcher minutes = MINUTES.matcher(text);
    Duration span = hours.matches()
        ? Duration.ofHours(Long.parseLong(hours.group(1)))
            .plusMinutes(hours.group(2) == null ? 0 : Long.parseLong(hours.group(2)))
        : minutes.matches() ? Duration.ofMinutes(Long.parseLong(minutes.group(1))) : Duration.ZERO;
    return span.isPositive() ? Optional.of(span) : Optional.empty();
  }

  /** "Europe/Paris", "paris", "UTC", "+02:00"; part of a name where it fits one zone alone. */
  static Optional<ZoneId> zone(String written) {
    String text = written.strip().replace(' ', '_');
    List<String> near = zones(text);
    if (near.size() == 1) return Optional.of(ZoneId.of(near.getFirst()));
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException noSuchZone) {
      return Optional.empty();
    }
  }

  /** Zones with this in their name; the one of just this name alone. */
  static List<String> zones(String part) {
    String text = part.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    if (text.isEmpty()) return List.of();
    List<String> all = ZoneId.getAvailableZoneIds().stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(text))
        .sorted().toList();
    List<String> exact = all.stream().filter(id -> id.equalsIgnoreCase(text)
        || id.toLowerCase(Locale.ROOT).endsWith("/" + text)).toList();
    return exact.size() == 1 ? exact : all;
  }

  private static String plain(String written) {
    return written.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2019', '\'').strip().toLowerCase(Locale.ROOT);
  }
}
