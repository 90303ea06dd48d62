package iris.rss;

import java.time.Instant;

/** One date, read from left to right. Every method that finds something else than it wants returns -1 or null. */
final class DateText {
  private static final int NO_ZONE = Integer.MIN_VALUE;
  private final String text;
  private int at;

  DateText(String text) {
    this.text = text;
  }

  /** 2026-11-22T14:05:00.123Z; a space for the T, seconds and fraction optional, zones Z, +01:00, +0100, +01. */
  Instant iso(boolean lenient) {
    int year = digits(4, 4);
    if (year < 0 || !eat('-')) return null;
    int month = digits(2, 2);
    if (month < 0 || !eat('-')) return null;
    int day = digits(2, 2);
    if (day < 0) return null;
    if (end()) return lenient ? Dates.of(year, month, day, 0, 0, 0, 0, 0) : null;
    if (!eat('T') && !eat('t') && !eat(' ')) return null;
    return clock(year, month, day, lenient);
  }

  /** Sun, 22 Nov 2026 15:10:04 +0100; day name, comma and seconds optional, years of two digits as in RFC 2822. */
  Instant rfc822(boolean lenient) {
    if (!isDigit()) {
      word();
      eat(',');
      eat('.');
    }
    spaces();
    int day;
    int month;
    if (isDigit()) {
      day = digits(1, 2);
      between();
      month = Dates.month(word());
    } else {
      month = Dates.month(word());
      spaces();
      day = digits(1, 2);
      eat(',');
    }
    eat('.');
    between();
    int from = at;
    int year = digits(2, 4);
    if (day < 0 || month == 0 || year < 0 || isDigit()) return null;
    if (at - from == 3) year += 1900;
    else if (at - from == 2) year += year < 50 ? 2000 : 1900;
    spaces();
    if (end()) return lenient ? Dates.of(year, month, day, 0, 0, 0, 0, 0) : null;
    return clock(year, month, day, lenient);
  }

  private Instant clock(int year, int month, int day, boolean lenient) {
    int hour = digits(1, 2);
    if (hour < 0 || !eat(':')) return null;
    int minute = digits(2, 2);
    int second = eat(':') ? digits(2, 2) : 0;
    if (minute < 0 || second < 0) return null;
    int nano = eat('.') || eat(',') ? fraction() : 0;
    if (nano < 0) return null;
    spaces();
    int east = end() ? lenient ? 0 : NO_ZONE : offset();
    if (east == NO_ZONE || !end()) return null;
    return Dates.of(year, month, day, hour, minute, second, nano, east);
  }

  private int offset() {
    if (!isSign()) {
      Integer zone = Dates.zone(word());
      if (zone == null) return NO_ZONE;
      spaces();
      // "GMT+0200", or "UTC +02:00": the figures say more than the letters.
      if (zone == 0 && isSign()) return offset();
      comment();
      return zone;
    }
    int sign = text.charAt(at++) == '-' ? -1 : 1;
    int hours = digits(2, 2);
    if (hours < 0) return NO_ZONE;
    boolean more = eat(':') || isDigit();
    int minutes = more ? digits(2, 2) : 0;
    if (minutes < 0 || minutes > 59) return NO_ZONE;
    spaces();
    comment();
    return sign * (hours * 60 + minutes);
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

  private String word() {
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
    return text.substring(from, at);
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
