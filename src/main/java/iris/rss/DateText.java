package iris.rss;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One date, read from left to right. Every method that finds something else than it wants returns -1 or null. */
final class DateText {
  private static final int NO_ZONE = Integer.MIN_VALUE;
  private static final int MOST_EAST = 18 * 60;
  private final String text;
  private int at;

  DateText(String text) {
    this.text = text;
  }

  /** 2026-11-22T14:05:00.123Z; a space for the T, seconds and fraction optional, zones Z, +01:00, +0100, +01. */
  @Nullable Instant iso(boolean lenient) {
    int year = digits(4, 4);
    if (year < 0) return null;
    if (end() && lenient) return day(year, 1, 1);
    char between = lenient && !end() && text.charAt(at) == '/' ? '/' : '-';
    if (!eat(between)) return null;
    int month = digits(2, 2);
    if (month < 0) return null;
    if (end() && lenient) return day(year, month, 1);
    if (!eat(between)) return null;
    int day = digits(2, 2);
    if (day < 0) return null;
    if (end()) return lenient ? day(year, month, day) : null;
    if (!eat('T') && !eat('t') && !eat(' ')) return null;
    return clock(year, month, day, lenient);
  }

  /** Sun, 22 Nov 2026 15:10:04 +0100; day name, comma, seconds optional; also Sun Nov 22 15:10:04 2026 of asctime. */
  @Nullable Instant rfc822(boolean lenient) {
    if (!isDigit() && !isMonthFirst()) {
      letters();
      eat('.');
      eat(',');
    }
    spaces();
    boolean dayFirst = isDigit();
    int day = dayFirst ? digits(1, 2) : -1;
    between();
    int month = month();
    eat('.');
    eat(',');
    between();
    if (!dayFirst) {
      day = digits(1, 2);
      eat(',');
      spaces();
    }
    if (day < 0 || month == 0) return null;
    if (!dayFirst && at + 2 < text.length() && text.charAt(at + 2) == ':') return asctime(month, day, lenient);
    int year = year();
    if (year < 0) return null;
    eat(',');
    spaces();
    if (end()) return lenient ? day(year, month, day) : null;
    return clock(year, month, day, lenient);
  }

  /** "June 3, 2026": a month, a day, a figure behind it. "Mar. 3 juin" is a Tuesday in French. */
  private boolean isMonthFirst() {
    int from = at;
    letters();
    boolean month = at - from >= 3 && Months.of(text, from, at) > 0;
    eat('.');
    spaces();
    boolean day = digits(1, 2) > 0;
    eat(',');
    spaces();
    boolean figure = isDigit();
    at = from;
    return month && day && figure;
  }

  private static @Nullable Instant day(int year, int month, int day) {
    return Dates.of(year, month, day, 0, 0, 0, 0, 0);
  }

  /** Two digits are a year from 1950 to 2049, as in RFC 2822. */
  private int year() {
    int from = at;
    int year = digits(2, 4);
    if (year < 0 || isDigit()) return -1;
    if (at - from == 3) return year + 1900;
    return at - from == 4 ? year : year < 50 ? year + 2000 : year + 1900;
  }

  /** The year stands at the end, the zone before it or nowhere. */
  private @Nullable Instant asctime(int month, int day, boolean lenient) {
    int last = text.lastIndexOf(' ');
    if (last < at || last + 5 != text.length()) return null;
    DateText clock = new DateText(text.substring(at, last).strip());
    at = last + 1;
    int year = year();
    return year < 0 ? null : clock.clock(year, month, day, lenient);
  }

  private @Nullable Instant clock(int year, int month, int day, boolean lenient) {
    int hour = digits(1, 2);
    if (hour < 0 || !eat(':')) return null;
    int minute = digits(2, 2);
    int second = eat(':') ? digits(2, 2) : 0;
    if (minute < 0 || second < 0) return null;
    int nano = eat('.') || eat(',') ? fraction() : 0;
    if (nano < 0) return null;
    spaces();
    hour = half(hour);
    if (hour < 0) return null;
    Instant utc = Dates.of(year, month, day, hour, minute, second, nano, 0);
    if (utc == null) return null;
    int east = end() ? lenient ? 0 : NO_ZONE : offset(utc);
    return east == NO_ZONE || !end() ? null : utc.minusSeconds(east * 60L);
  }

  /** "10:00 PM": the hour of the day; -1 where no clock has such an hour; without AM or PM the hour as it is. */
  private int half(int hour) {
    if (at + 1 >= text.length() || Character.toLowerCase(text.charAt(at + 1)) != 'm') return hour;
    char half = Character.toLowerCase(text.charAt(at));
    boolean word = at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2));
    if (!word || half != 'a' && half != 'p') return hour;
    at += 2;
    spaces();
    if (hour < 1 || hour > 12) return -1;
    return hour % 12 + (half == 'p' ? 12 : 0);
  }

  /** Minutes east; {@code local} is the time as if it were UTC, for zones whose offset depends on the season. */
  private int offset(Instant local) {
    if (isSign()) return figures();
    int from = at;
    letters();
    if (!end() && text.charAt(at) == '/') return region(from, local);
    Integer zone = Dates.zone(text.substring(from, at));
    if (zone == null) return NO_ZONE;
    spaces();
    // "GMT+0200", or "UTC +02:00": the figures say more than the letters.
    if (zone == 0 && isSign()) return figures();
    comment();
    return zone;
  }

  private int figures() {
    int sign = text.charAt(at++) == '-' ? -1 : 1;
    int hours = digits(1, 2);
    if (hours < 0) return NO_ZONE;
    boolean more = eat(':') || isDigit();
    int minutes = more ? digits(2, 2) : 0;
    if (minutes < 0 || minutes > 59 || hours * 60 + minutes > MOST_EAST) return NO_ZONE;
    comment();
    return sign * (hours * 60 + minutes);
  }

  private int region(int from, Instant local) {
    String name = text.substring(from);
    at = text.length();
    if (!ZoneId.getAvailableZoneIds().contains(name)) return NO_ZONE;
    LocalDateTime time = LocalDateTime.ofInstant(local, ZoneOffset.UTC);
    return ZoneId.of(name).getRules().getOffset(time).getTotalSeconds() / 60;
  }

  /** The old form says the offset and then its name: "+0100 (CET)". */
  private void comment() {
    spaces();
    if (!end() && text.charAt(at) == '(' && text.endsWith(")")) at = text.length();
  }

  private int fraction() {
    int value = 0;
    int seen = 0;
    for (; isDigit(); seen++, at++) if (seen < 9) value = value * 10 + text.charAt(at) - '0';
    for (int i = seen; i < 9; i++) value *= 10;
    return seen == 0 ? -1 : value;
  }

  private int digits(int least, int most) {
    int value = 0;
    int seen = 0;
    for (; seen < most && isDigit(); seen++) value = value * 10 + text.charAt(at++) - '0';
    return seen < least ? -1 : value;
  }

  private void letters() {
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
  }

  /** 1 to 12 by the letters of an English, French or German name or its short form; 0 for none. */
  private int month() {
    int from = at;
    letters();
    return at - from < 3 ? 0 : Months.of(text, from, at);
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) <= ' ') at++;
  }

  private void between() {
    if (!eat('-')) spaces();
  }

  private boolean eat(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) at++;
    return there;
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isSign() {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  private boolean end() {
    return at >= text.length();
  }
}
