package iris.rss.foreign;

import iris.rss.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The times in a body: "Jan  1, 09:09 PST", "May 13, 2017, 06:45 UTC", "21 août, 00:37 UTC". As a rule they have no
 * year: the newest takes the one that brings it next to the entry's own date, each older one the latest that does not
 * put it after its successor.
 */
final class BlockTime {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String[] MONTHS = {
    "jan|ene|gen", "feb|fév|fev", "mar|mär|mrt|maa", "apr|avr|abr", "may|mai|mei|mag|maj", "jun|juin|giu|jui",
    "jul|juil|lug", "aug|aoû|aou|ago", "sep|set", "oct|okt|ott|out", "nov", "dec|déc|dez|dic"};
  private static final String ENGLISH = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final int month;
  private final int day;
  private final int year;
  private final String clock;
  private final String zone;

  private BlockTime(int month, int day, int year, String clock, String zone) {
    this.month = month;
    this.day = day;
    this.year = year;
    this.clock = clock;
    this.zone = zone;
  }

  static boolean looksLikeOne(String text) {
    return parse(text).isPresent();
  }

  /**
   * The times of an entry's updates.
   *
   * @param newestFirst as written
   * @param anchor when the entry was last touched
   * @param latest nothing in the document is later: when it was built; empty if that is not known
   */
  static List<Optional<Instant>> resolve(List<String> newestFirst, Optional<Instant> anchor, Optional<Instant> latest) {
    List<Optional<Instant>> times = new ArrayList<>();
    Optional<Instant> successor = Optional.empty();
    for (String text : newestFirst) {
      Optional<Instant> near = successor.isPresent() ? successor : anchor;
      boolean first = successor.isEmpty();
      Optional<Instant> cap = first ? latest.map(l -> l.plus(DAY)) : successor.map(s -> s.plus(DAY.multipliedBy(2)));
      Optional<Instant> time = parse(text).flatMap(t -> t.at(near, cap, first));
      times.add(time);
      if (time.isPresent()) successor = time;
    }
    return times;
  }

  private Optional<Instant> at(Optional<Instant> near, Optional<Instant> cap, boolean nearest) {
    if (year > 0) return in(year);
    if (near.isEmpty()) return Optional.empty();
    int about = near.get().atZone(ZoneOffset.UTC).getYear();
    Optional<Instant> best = Optional.empty();
    for (int y = about + 1; y >= about - 4; y--) {
      Optional<Instant> candidate = in(y).filter(c -> cap.isEmpty() || !c.isAfter(cap.get()));
      if (candidate.isEmpty()) continue;
      if (!nearest) return candidate;
      Duration away = away(candidate.get(), near.get());
      if (best.isEmpty() || away.compareTo(away(best.get(), near.get())) < 0) best = candidate;
    }
    return best;
  }

  private static Duration away(Instant a, Instant b) {
    return Duration.between(a, b).abs();
  }

  private Optional<Instant> in(int y) {
    String name = ENGLISH.substring(3 * month - 3, 3 * month);
    return Dates.lenient(day + " " + name + " " + String.format(Locale.ROOT, "%04d", y) + " " + clock + " " + zone);
  }

  /** Words and figures in any order: a month by name, a day, perhaps a year, a clock, perhaps a zone. */
  static Optional<BlockTime> parse(String text) {
    if (text.length() > 96) return Optional.empty();
    int month = 0;
    int day = 0;
    int year = 0;
    String clock = "";
    String zone = "";
    for (String token : plain(text).strip().split("\\s+")) {
      int colon = token.indexOf(':');
      if (clock.isEmpty() && colon > 0 && Character.isDigit(token.charAt(0))) clock = clock(token);
      else if (!clock.isEmpty() && token.length() == 2 && token.toLowerCase(Locale.ROOT).endsWith("m"))
        clock = half(clock, token.toLowerCase(Locale.ROOT).charAt(0) == 'p');
      else if (figures(token) > 31) year = figures(token);
      else if (figures(token) > 0 && day == 0) day = figures(token);
      else if (month == 0 && month(token) > 0) month = month(token);
      else if (!clock.isEmpty() && zone.isEmpty()) zone = zone(token);
    }
    boolean whole = month > 0 && day > 0 && !clock.isEmpty() && (year == 0 || year > 1990 && year < 10_000);
    return whole ? Optional.of(new BlockTime(month, day, year, clock, zone)) : Optional.empty();
  }

  /** "6月 3", "2026年6月3日" and the like: the sign behind the month stays, since it says which figure that is. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMonthSign(c)) out.append(c);
      out.append("\u00a0,年日년일月월".indexOf(c) >= 0 ? ' ' : c);
    }
    return out.toString();
  }

  private static boolean isMonthSign(char c) {
    return c == '月' || c == '월';
  }

  /** "9:05", "09:05:30", "3:23pm". */
  private static String clock(String token) {
    String t = token.toLowerCase(Locale.ROOT);
    boolean pm = t.endsWith("pm");
    boolean half = pm || t.endsWith("am");
    if (half) t = t.substring(0, t.length() - 2);
    if (t.isEmpty() || !t.chars().allMatch(c -> c == ':' || c >= '0' && c <= '9')) return "";
    return half ? half(t, pm) : t;
  }

  private static String half(String clock, boolean pm) {
    int colon = clock.indexOf(':');
    int hour = figures(clock.substring(0, colon)) % 12;
    return (pm ? hour + 12 : hour) + clock.substring(colon);
  }

  /** "GMT+0" and "UTC+5:30" are what Dates calls +0000 and +0530; letters stay letters. */
  private static String zone(String token) {
    int sign = Math.max(token.indexOf('+'), token.indexOf('-'));
    if (sign < 0) return token.replace("(", "").replace(")", "");
    String hours = token.substring(sign + 1).replace(":", "");
    if (hours.isEmpty() || hours.length() > 4 || figures(hours) < 0) return "";
    if (hours.length() <= 2) hours = "00".substring(hours.length()) + hours + "00";
    return token.charAt(sign) + "0000".substring(hours.length()) + hours;
  }

  /** The number that the token is, -1 for none. */
  private static int figures(String token) {
    String t = token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
    if (t.isEmpty() || t.length() > 4 || !t.chars().allMatch(c -> c >= '0' && c <= '9')) return -1;
    return Integer.parseInt(t);
  }

  private static int month(String token) {
    String t = token.toLowerCase(Locale.ROOT);
    if (!t.isEmpty() && isMonthSign(t.charAt(t.length() - 1))) {
      int number = figures(t.substring(0, t.length() - 1));
      return number >= 1 && number <= 12 ? number : 0;
    }
    if (t.startsWith("juil") || t.startsWith("juli")) return 7;
    for (int m = 0; m < 12; m++)
      for (String name : MONTHS[m].split("\\|")) if (t.startsWith(name)) return m + 1;
    return 0;
  }
}
