package iris.rss.profile;

import iris.rss.Dates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Numbers and instants straight from a parser's buffer: a window has some forty, and none needs a String. */
final class Figures {
  /** Length of a date in its usual form. */
  static final int RFC822 = 31;

  private Figures() {}

  /** {@link Attributes#NONE} where it is no whole number of 1 to 18 digits. */
  static long number(char[] b, int from, int to) {
    int length = to - from;
    if (length == 3) {
      int value = two(b, from) * 10 + b[from + 2] - '0';
      int last = b[from + 2] - '0';
      return value < 0 || last < 0 || last > 9 ? Attributes.NONE : value;
    }
    if (length == 4) {
      int value = two(b, from) * 100 + two(b, from + 2);
      return value < 0 ? Attributes.NONE : value;
    }
    return length < 1 || length > 18 ? Attributes.NONE : digits(b, from, to);
  }

  private static long digits(char[] b, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) return Attributes.NONE;
      value = value * 10 + digit;
    }
    return value;
  }

  /** The fixed form 2026-11-22T14:05:00Z quickly, every other ISO form by way of {@link Dates}. */
  static @Nullable Instant instant(char[] b, int from, int to) {
    boolean fixed = to - from == 20 && b[from + 4] == '-' && b[from + 7] == '-' && b[from + 10] == 'T'
        && b[from + 13] == ':' && b[from + 16] == ':' && b[from + 19] == 'Z';
    if (!fixed) return to - from > 64 ? null : Dates.iso(new String(b, from, to - from)).orElse(null);
    int year = two(b, from) * 100 + two(b, from + 2);
    int month = two(b, from + 5);
    int day = two(b, from + 8);
    int hour = two(b, from + 11);
    int minute = two(b, from + 14);
    int second = two(b, from + 17);
    if ((year | month | day | hour | minute | second) < 0) return null;
    return Dates.of(year, month, day, hour, minute, second, 0, 0);
  }

  /** The fixed form "Sun, 22 Nov 2026 15:10:04 +0100" of {@link #RFC822} bytes; null for every other. */
  static @Nullable Instant rfc822(byte[] b, int at) {
    if (b[at + 3] != ',' || b[at + 4] != ' ' || b[at + 7] != ' ' || b[at + 11] != ' ' || b[at + 16] != ' '
        || b[at + 19] != ':' || b[at + 22] != ':' || b[at + 25] != ' ') return null;
    if (!isLetter(b[at]) || !isLetter(b[at + 1]) || !isLetter(b[at + 2])) return null;
    int sign = b[at + 26] == '-' ? -1 : b[at + 26] == '+' ? 1 : 0;
    int month = month(b[at + 8] << 16 | b[at + 9] << 8 | b[at + 10]);
    int day = two(b, at + 5);
    int year = two(b, at + 12) * 100 + two(b, at + 14);
    int hour = two(b, at + 17);
    int minute = two(b, at + 20);
    int second = two(b, at + 23);
    int hours = two(b, at + 27);
    int minutes = two(b, at + 29);
    if ((day | year | hour | minute | second | hours | minutes) < 0 || sign == 0 || minutes > 59) return null;
    return Dates.of(year, month, day, hour, minute, second, 0, sign * (hours * 60 + minutes));
  }

  private static boolean isLetter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  /** Far below 0, and so is a hundred of it plus another, where these are no two digits. */
  private static int two(byte[] b, int at) {
    return two(b[at] - '0', b[at + 1] - '0');
  }

  private static int two(char[] b, int at) {
    return two(b[at] - '0', b[at + 1] - '0');
  }

  private static int two(int tens, int ones) {
    return (tens | ones | 9 - tens | 9 - ones) < 0 ? -10_000 : tens * 10 + ones;
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
