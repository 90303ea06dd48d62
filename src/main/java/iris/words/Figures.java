package iris.words;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Figures as a person reads them. Immutable, and safe for every thread. */
public final class Figures {
  /** Keeps a number and its unit on one line. */
  private static final char NBSP = '\u00a0';

  private final Lang lang;
  private final DateTimeFormatter time;
  private final DateTimeFormatter seconds;
  private final DateTimeFormatter date;
  private final DateTimeFormatter day;
  private final DateTimeFormatter year;
  private final DecimalFormatSymbols symbols;

  Figures(Lang lang, ZoneId zone) {
    this.lang = lang;
    time = DateTimeFormatter.ofPattern("HH:mm", lang.locale()).withZone(zone);
    seconds = DateTimeFormatter.ofPattern("HH:mm:ss", lang.locale()).withZone(zone);
    date = DateTimeFormatter.ofPattern("dd/MM HH:mm", lang.locale()).withZone(zone);
    day = DateTimeFormatter.ofPattern("dd/MM", lang.locale()).withZone(zone);
    year = DateTimeFormatter.ofPattern("dd/MM/yyyy", lang.locale()).withZone(zone);
    symbols = DecimalFormatSymbols.getInstance(lang.locale());
    if (lang == Lang.FR) symbols.setGroupingSeparator('\u202f');
  }

  /** Where the reader's clock hangs. */
  public ZoneId zone() {
    return date.getZone();
  }

  public String time(Instant at) {
    return time.format(at);
  }

  public String clock(Instant at) {
    return seconds.format(at);
  }

  public String date(Instant at) {
    return date.format(at);
  }

  /** A day that may be another year's, to the minute: "22/11/2026 15:12". */
  public String moment(Instant at) {
    return year.format(at) + " " + time.format(at);
  }

  /** The day and the time; with the year where it is nearly one away. */
  public String dated(Instant at, Instant now) {
    return far(at, now) ? moment(at) : date(at);
  }

  /** A moment in full, to the second: "22/11/2026 15:12:20". */
  public String stamp(Instant at) {
    return year.format(at) + " " + seconds.format(at);
  }

  /** Today's times without the day, others with it; what is nearly a year away is a day with its year. */
  public String when(Instant at, Instant now) {
    if (today(at, now)) return time(at);
    return far(at, now) ? year.format(at) : date(at);
  }

  /** Today's time to the second, else the day: where there is room for one of both. */
  public String clockOrDay(Instant at, Instant now) {
    return today(at, now) ? clock(at) : day(at, now);
  }

  /** Today's time, else the day. */
  public String timeOrDay(Instant at, Instant now) {
    return today(at, now) ? time(at) : day(at, now);
  }

  private String day(Instant at, Instant now) {
    return far(at, now) ? year.format(at) : day.format(at);
  }

  private boolean today(Instant at, Instant now) {
    ZoneId zone = date.getZone();
    return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
  }

  private static boolean far(Instant at, Instant now) {
    return Duration.between(at, now).abs().toDays() > 300;
  }

  /** By hand: a wall of live tiles says hundreds of them, and a format of Java's is read anew for each. */
  public String number(long n) {
    String digits = Long.toString(n);
    int first = n < 0 ? 1 : 0;
    if (digits.length() - first <= 3) return digits;
    StringBuilder out = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > first; at -= 3) out.insert(at, symbols.getGroupingSeparator());
    return out.toString();
  }

  /** With one digit behind the point; from ten on with none. */
  public String decimal(double n) {
    return new DecimalFormat(n < 9.95 ? "0.0" : "#,##0", symbols).format(n);
  }

  /** With so many digits after the point, cut off and not rounded. */
  public String decimal(double n, int digits) {
    DecimalFormat form = new DecimalFormat("#,##0." + "0".repeat(digits), symbols);
    form.setRoundingMode(RoundingMode.DOWN);
    return form.format(n + Math.copySign(1e-9, n));
  }

  public String millis(long ms) {
    return number(ms) + NBSP + "ms";
  }

  /** A share 0..1 as a percentage, cut off, not rounded: 0.99969 at 2 digits is 99.96, and only 1 is 100. */
  public String percent(double share, int digits) {
    DecimalFormat form = new DecimalFormat(digits == 0 ? "0" : "0." + "0".repeat(digits), symbols);
    form.setRoundingMode(RoundingMode.FLOOR);
    // A double slightly under its decimal (0.9995 * 100) would lose a digit to the floor; 1e-9 gives it back.
    double value = share >= 1 ? 100 : Math.min(share * 100 + 1e-9, Math.nextDown(100.0));
    return form.format(value) + (lang == Lang.FR ? NBSP + "%" : "%");
  }

  /** A share 0..1 with the digits that it has, two at most: "50 %", "46,2 %", "99,96 %". */
  public String share(double share) {
    return share(share, 2);
  }

  /** A share 0..1 that somebody wrote down, with the digits that he gave it, four at most: "99,995 %". */
  public String exact(double share) {
    return share(share, 4);
  }

  private String share(double share, int most) {
    for (int digits = 0; digits < most; digits++) {
      double scaled = share * 100 * Math.pow(10, digits);
      if (Math.abs(scaled - Math.rint(scaled)) < 1e-9) return percent(share, digits);
    }
    return percent(share, most);
  }

  /** The two greatest units of a duration: "45 s", "12 min", "1 h 05", "3 j 04 h". */
  public String span(Duration d) {
    long s = Math.max(0, d.toSeconds());
    if (s < 60) return s + "" + NBSP + "s";
    if (s < 3600) return s / 60 + "" + NBSP + "min";
    if (s < 86_400) return s / 3600 + "" + NBSP + "h" + NBSP + two(s / 60 % 60);
    return s / 86_400 + "" + NBSP + (lang == Lang.FR ? "j" : "d") + NBSP + two(s / 3600 % 24) + NBSP + "h";
  }

  /** A length that somebody chose, without what is nought of it: "1 h", "1 j", "1 h 05". */
  public String length(Duration d) {
    long s = Math.max(0, d.toSeconds());
    if (s >= 86_400 && s % 86_400 < 3600) return s / 86_400 + "" + NBSP + (lang == Lang.FR ? "j" : "d");
    if (s >= 3600 && s < 86_400 && s % 3600 < 60) return s / 3600 + "" + NBSP + "h";
    return span(d);
  }

  /** A counting age, with seconds up to an hour: "4 min 07 s". */
  public String age(Duration d) {
    long s = Math.max(0, d.toSeconds());
    if (s < 60 || s >= 3600) return span(d);
    return s / 60 + "" + NBSP + "min" + NBSP + two(s % 60) + NBSP + "s";
  }

  private static String two(long n) {
    return n < 10 ? "0" + n : Long.toString(n);
  }
}
