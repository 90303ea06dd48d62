package iris.agent.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** ISO 8601 as logs write it: {@code 2026-11-22T15:12:20.123+01:00} and what is like it. */
final class IsoText {
  private final String s;
  private final ZoneId zone;
  private int at;

  IsoText(String s, ZoneId zone) {
    this.s = s;
    this.zone = zone;
  }

  /** Milliseconds since 1970; {@link Stamp#NONE} if it is none. */
  long millis() {
    try {
      int year = digits(4);
      skip("-");
      int month = digits(2);
      skip("-");
      int day = digits(2);
      skip("Tt _");
      int hour = digits(2);
      skip(":");
      int minute = digits(2);
      skip(":");
      LocalDateTime time = LocalDateTime.of(year, month, day, hour, minute, digits(2)).plusNanos(fraction());
      long millis = offset(time).toEpochSecond(time) * 1000 + time.getNano() / 1_000_000;
      return at == s.length() ? millis : Stamp.NONE;
    } catch (DateTimeException noSuchTime) {
      return Stamp.NONE;
    }
  }

  private interface Offset {
    long toEpochSecond(LocalDateTime time);
  }

  private Offset offset(LocalDateTime time) {
    if (at < s.length() && s.charAt(at) == ' ') at++;
    if (at == s.length()) return t -> t.atZone(zone).toEpochSecond();
    char c = s.charAt(at++);
    if (c == 'Z' || c == 'z') return t -> t.toEpochSecond(ZoneOffset.UTC);
    if (c != '+' && c != '-') throw new DateTimeException("no offset of " + time);
    int hours = digits(2);
    if (at < s.length() && s.charAt(at) == ':') at++;
    int minutes = at < s.length() ? digits(2) : 0;
    ZoneOffset by = ZoneOffset.ofTotalSeconds((c == '-' ? -1 : 1) * (hours * 3600 + minutes * 60));
    return t -> t.toEpochSecond(by);
  }

  private long fraction() {
    if (at >= s.length() || s.charAt(at) != '.' && s.charAt(at) != ',') return 0;
    at++;
    long nanos = 0;
    for (long unit = 100_000_000; at < s.length() && Character.digit(s.charAt(at), 10) >= 0; unit /= 10, at++)
      nanos += unit * Character.digit(s.charAt(at), 10);
    return nanos;
  }

  private int digits(int n) {
    int value = 0;
    for (int end = at + n; at < end; at++) {
      int digit = at < s.length() && s.charAt(at) < 128 ? Character.digit(s.charAt(at), 10) : -1;
      if (digit < 0) throw new DateTimeException("no digit at " + at);
      value = value * 10 + digit;
    }
    return value;
  }

  private void skip(String oneOf) {
    if (at >= s.length() || oneOf.indexOf(s.charAt(at++)) < 0) throw new DateTimeException("not " + oneOf);
  }
}
