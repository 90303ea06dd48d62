package iris.agent.book;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;

/** Names for what is said: a minute, and the day's count of names, so that a clock that steps back repeats none. */
final class Ids {
  /** Days that are remembered; a day comes back only when a clock goes back as far. */
  private static final int DAYS = 40;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

  private Ids() {}

  static String next(Draft d, Instant at) {
    String minute = MINUTE.format(at);
    String day = minute.substring(0, 8);
    int n = d.issued.merge(day, 1, Integer::sum);
    for (Iterator<String> oldest = d.issued.keySet().iterator(); d.issued.size() > DAYS; ) {
      String candidate = oldest.next();
      if (!candidate.equals(day)) oldest.remove();
    }
    return minute + "-" + n;
  }
}
