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
}
