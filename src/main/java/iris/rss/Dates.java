package iris.rss;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them (reading rule 7): RFC 822 with a numeric offset, GMT or a letter zone, and ISO 8601. Strict
 * in its figures: 32 January or 25:61 is no date, it is not moved to the next month. A date without a zone is taken as
 * UTC only by {@link #lenient}. No regular expressions, no exceptions for control.
 */
public final class Dates {
  /** Hours east of Greenwich, as feeds mean them (CST and BST are ambiguous: the American and the British one). */
  private static final Map<String, Integer> ZONES = Map.ofEntries(
      zone("UT", 0), zone("UTC", 0), zone("GMT", 0), zone("Z", 0), zone("WET", 0), zone("WEST", 60),
      zone("BST", 60), zone("IST", 330), zone("CET", 60), zone("MET", 60), zone("CEST", 120), zone("MEST", 120),
      zone("EET", 120), zone("EEST", 180), zone("MSK", 180), zone("JST", 540), zone("KST", 540), zone("AEST", 600),
      zone("AEDT", 660), zone("NZST", 720), zone("NZDT", 780), zone("SGT", 480), zone("HKT", 480), zone("PHT", 480),
      zone("AWST", 480), zone("ACST", 570), zone("ACDT", 630), zone("WIB", 420), zone("PKT", 300), zone("SAST", 120),
      zone("WAT", 60), zone("CAT", 120), zone("EAT", 180), zone("BRT", -180), zone("ART", -180), zone("NST", -210),
      zone("AST", -240), zone("ADT", -180), zone("EST", -300), zone("EDT", -240), zone("CST", -360),
      zone("CDT", -300), zone("MST", -420), zone("MDT", -360), zone("PST", -480), zone("PDT", -420),
      zone("AT", -240), zone("ET", -300), zone("CT", -360), zone("MT", -420), zone("PT", -480),
      zone("AKST", -540), zone("AKDT", -480), zone("HST", -600));

  private Dates() {}

  private static Map.Entry<String, Integer> zone(String name, int minutesEast) {
    return Map.entry(name, minutesEast);
  }

  /** Any of the forms above, with a zone. */
  public static Optional<Instant> read(String text) {
    return Optional.ofNullable(instant(text, false));
  }

  /** As {@link #read}; a date without a zone, or without a time, is taken as UTC. */
  public static Optional<Instant> lenient(String text) {
    return Optional.ofNullable(instant(text, true));
  }

  /** ISO 8601 with a zone, for example {@code 2026-11-22T14:05:00Z}; the fraction goes to the nanosecond. */
  public static Optional<Instant> iso(String text) {
    return Optional.ofNullable(new DateText(text.strip()).iso(false));
  }

  private static @Nullable Instant instant(String raw, boolean lenient) {
    String text = raw.strip();
    if (text.length() < 4 || text.length() > 64) return null;
    DateText date = new DateText(text);
    boolean iso = Character.isDigit(text.charAt(2)) && Character.isDigit(text.charAt(3));
    return iso ? date.iso(lenient) : date.rfc822(lenient);
  }

  /** Minutes east of Greenwich of a letter zone; null for none that we know. */
  static @Nullable Integer zone(String name) {
    return ZONES.get(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Null where the figures are no date. 24:00:00 is the end of the day; second 60 is a leap second and counts as 59.
   * Allocates nothing but the instant: a day of windows has thousands of them.
   */
  public static @Nullable Instant of(
      int year, int month, int day, int hour, int minute, int second, int nano, int minutesEast) {
    boolean midnight = hour == 24 && minute == 0 && second == 0 && nano == 0;
    if (month < 1 || month > 12 || day < 1 || hour > 23 && !midnight || minute > 59 || second > 60) return null;
    if (day > length(year, month) || year > 9999 || Math.abs(minutesEast) > 18 * 60) return null;
    long seconds = epochDay(year, month, day) * 86_400 + hour * 3600L + minute * 60L - minutesEast * 60L;
    return Instant.ofEpochSecond(seconds + Math.min(second, 59), nano);
  }

  private static int length(int year, int month) {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Days since 1970-01-01. The year starts in March, so that the leap day is its last. */
  private static long epochDay(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
