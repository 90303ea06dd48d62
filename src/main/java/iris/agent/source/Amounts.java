package iris.agent.source;

import java.util.Locale;

/**
 * Times and statuses in text, as nginx lists them where several servers were asked: {@code 0.010, 0.200 : 0.300}, with
 * {@code -} for one that was not reached. Times of a list are added: they were spent one after the other.
 */
public final class Amounts {
  private Amounts() {}

  /**
   * Milliseconds of a list of times, each with or without its own unit ("12ms", "1.5s").
   *
   * @param unit of a number that has none, in milliseconds: 1000 for seconds
   * @return {@link Transaction#NO_TIME} if it holds no time
   */
  public static long millis(String list, double unit) {
    double sum = 0;
    boolean any = false;
    for (String part : list.split("[,: ]+")) {
      if (part.isEmpty() || part.equals("-")) continue;
      double one = one(part, unit);
      if (!(one >= 0)) return Transaction.NO_TIME;
      sum += one;
      any = true;
    }
    return any ? Math.round(Math.min(sum, 1e15)) : Transaction.NO_TIME;
  }

  private static double one(String part, double unit) {
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

  /** Digits with at most one point among them, and an exponent: what {@code Double.parseDouble} reads without surprise. */
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

  /** The last status of a list; 0 if there is none, or if the last server was not reached. */
  public static int status(String list) {
    String[] parts = list.strip().split("[,: ]+");
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    return last.matches("[0-9]{3}") ? Integer.parseInt(last) : 0;
  }
}
