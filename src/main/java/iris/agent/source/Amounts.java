package iris.agent.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Times and statuses in text, as nginx lists them where several servers were asked: {@code 0.010, 0.200 : 0.300}, with
 * {@code -} for one that was not reached. Times of a list are added: they were spent one after the other.
 */
public final class Amounts {
  private Amounts() {}

  /** {@link #millis(byte[], int, int, double)} of a text. */
  public static long millis(String list, double unit) {
    byte[] b = list.getBytes(StandardCharsets.UTF_8);
    return millis(b, 0, b.length, unit);
  }

  /**
   * Milliseconds of a list of times, each with or without its own unit ("12ms", "1.5s").
   *
   * @param unit of a number that has none, in milliseconds: 1000 for seconds
   * @return {@link Transaction#NO_TIME} if it holds no time
   */
  public static long millis(byte[] b, int from, int to, double unit) {
    double sum = 0;
    boolean any = false;
    for (int at = next(b, from, to); at < to; ) {
      int end = end(b, at, to);
      if (end > at + 1 || b[at] != '-') {
        double one = one(b, at, end, unit);
        if (!(one >= 0)) return Transaction.NO_TIME;
        sum += one;
        any = true;
      }
      at = next(b, end, to);
    }
    return any ? Math.round(Math.min(sum, 1e15)) : Transaction.NO_TIME;
  }

  private static int next(byte[] b, int from, int to) {
    int at = from;
    while (at < to && parts(b[at])) at++;
    return at;
  }

  private static int end(byte[] b, int from, int to) {
    int at = from;
    while (at < to && !parts(b[at])) at++;
    return at;
  }

  private static boolean parts(byte c) {
    return c == ' ' || c == ',' || c == ':';
  }

  private static double one(byte[] b, int from, int to, double unit) {
    long digits = 0;
    int decimals = -1;
    for (int i = from; i < to; i++) {
      if (b[i] == '.' && decimals < 0 && to - from > 1) decimals = 0;
      else if (b[i] < '0' || b[i] > '9' || digits > 1e15)
        return odd(new String(b, from, to - from, StandardCharsets.UTF_8), unit);
      else {
        digits = digits * 10 + b[i] - '0';
        if (decimals >= 0) decimals++;
      }
    }
    return decimals <= 0 ? digits * unit : digits * unit / Math.pow(10, decimals);
  }

  /** With a unit of its own, an exponent, very many digits; or no number at all. */
  private static double odd(String part, double unit) {
    int end = part.length();
    while (end > 0 && Character.isLetter(part.charAt(end - 1))) end--;
    String number = part.substring(0, end);
    double scale = end == part.length() ? unit : unit(part.substring(end));
    return isNumber(number) ? Double.parseDouble(number) * scale : Double.NaN;
  }

  /** Milliseconds in a unit's name; not a number for a word that is none. */
  public static double unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "s", "sec", "secs", "second", "seconds" -> 1000;
      case "ms", "msec", "millis", "milliseconds" -> 1;
      case "us", "µs", "μs", "usec", "micros", "microseconds" -> 1e-3;
      case "ns", "nanos", "nanoseconds" -> 1e-6;
      default -> Double.NaN;
    };
  }

  /** Digits with at most one point among them, and an exponent: what {@code parseDouble} reads without surprise. */
  static boolean isNumber(String s) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c >= '0' && c <= '9') digits++;
      else if (c == '.') points++;
      else if (!((c | 32) == 'e' && digits > 0 && s.substring(i + 1).matches("[-+]?[0-9]{1,3}"))) return false;
      else break;
    }
    return digits > 0 && points <= 1 && s.length() <= 40;
  }

  /** {@link #status(byte[], int, int)} of a text. */
  public static int status(String list) {
    byte[] b = list.getBytes(StandardCharsets.UTF_8);
    return status(b, 0, b.length);
  }

  /** The last status of a list; 0 if there is none, or if the last server was not reached. */
  public static int status(byte[] b, int from, int to) {
    int end = to;
    while (end > from && parts(b[end - 1])) end--;
    if (end - from < 3 || end - from > 3 && !parts(b[end - 4])) return 0;
    int status = 0;
    for (int i = end - 3; i < end; i++) {
      if (b[i] < '0' || b[i] > '9') return 0;
      status = status * 10 + b[i] - '0';
    }
    return status;
  }
}
