package iris.rss.profile;

import iris.rss.Dates;
import java.time.Instant;

/** Numbers and instants straight from a parser's buffer: a window has some forty, and none needs a String. */
final class Figures {
  private Figures() {}

  /** {@link Attributes#NONE} where it is no whole number of 1 to 18 digits. */
  static long number(char[] b, int from, int to) {
    if (to <= from || to - from > 18) return Attributes.NONE;
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) return Attributes.NONE;
      value = value * 10 + digit;
    }
    return value;
  }

  /** The fixed form 2026-11-22T14:05:00Z quickly, every other ISO form by way of {@link Dates}. */
  static Instant instant(char[] b, int from, int to) {
    boolean fixed = to - from == 20 && b[from + 4] == '-' && b[from + 7] == '-' && b[from + 10] == 'T'
        && b[from + 13] == ':' && b[from + 16] == ':' && b[from + 19] == 'Z';
    if (!fixed) return to - from > 64 ? null : Dates.iso(new String(b, from, to - from)).orElse(null);
    long year = number(b, from, from + 4);
    long month = number(b, from + 5, from + 7);
    long day = number(b, from + 8, from + 10);
    long hour = number(b, from + 11, from + 13);
    long minute = number(b, from + 14, from + 16);
    long second = number(b, from + 17, from + 19);
    if ((year | month | day | hour | minute | second) < 0) return null;
    return Dates.of((int) year, (int) month, (int) day, (int) hour, (int) minute, (int) second, 0, 0);
  }

  /** The fixed form "Sun, 22 Nov 2026 15:10:04 +0100"; null for every other, which {@link Dates} may know. */
  static Instant rfc822(String d) {
    if (d.length() != 31 || d.charAt(3) != ',' || d.charAt(4) != ' ' || d.charAt(7) != ' ' || d.charAt(11) != ' '
        || d.charAt(16) != ' ' || d.charAt(19) != ':' || d.charAt(22) != ':' || d.charAt(25) != ' ') return null;
    int sign = d.charAt(26) == '-' ? -1 : d.charAt(26) == '+' ? 1 : 0;
    int month = month(d.charAt(8) << 16 | d.charAt(9) << 8 | d.charAt(10));
    int day = two(d, 5);
    int year = two(d, 12) * 100 + two(d, 14);
    int hour = two(d, 17);
    int minute = two(d, 20);
    int second = two(d, 23);
    int hours = two(d, 27);
    int minutes = two(d, 29);
    if ((day | year | hour | minute | second | hours | minutes) < 0 || sign == 0 || minutes > 59) return null;
    return Dates.of(year, month, day, hour, minute, second, 0, sign * (hours * 60 + minutes));
  }

  /** Far below 0, and so is a hundred of it plus another, where these are no two digits. */
  private static int two(String d, int at) {
    int tens = d.charAt(at) - '0';
    int ones = d.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
  }

  /** 0, which is no month, for letters that are none. */
  private static int month(int letters) {
    return switch (letters) {
      case 'J' << 16 | 'a' << 8 | 'n' -> 1;
      case 'F' << 16 | 'e' << 8 | 'b' -> 2;
      case 'M' << 16 | 'a' << 8 | 'r' -> 3;
      case 'A' << 16 | 'p' << 8 | 'r' -> 4;
      case 'M' << 16 | 'a' << 8 | 'y' -> 5;
      case 'J' << 16 | 'u' << 8 | 'n' -> 6;
      case 'J' << 16 | 'u' << 8 | 'l' -> 7;
      case 'A' << 16 | 'u' << 8 | 'g' -> 8;
      case 'S' << 16 | 'e' << 8 | 'p' -> 9;
      case 'O' << 16 | 'c' << 8 | 't' -> 10;
      case 'N' << 16 | 'o' << 8 | 'v' -> 11;
      case 'D' << 16 | 'e' << 8 | 'c' -> 12;
      default -> 0;
    };
  }
}
