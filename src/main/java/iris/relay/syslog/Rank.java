package iris.relay.syslog;

import iris.relay.Ground;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.signal.Reason;
import java.util.List;
import java.util.Locale;

/** The number in front of a syslog message: facility times 8 plus severity (RFC 5424, 6.2.1). */
final class Rank {
  private static final List<String> FACILITIES = List.of("kern", "user", "mail", "daemon", "auth", "syslog", "lpr",
      "news", "uucp", "cron", "authpriv", "ftp", "ntp", "audit", "alert", "clock", "local0", "local1", "local2",
      "local3",
      "local4", "local5", "local6", "local7");
  private static final List<String> SEVERITIES =
      List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");
  private static final int INFO = 6;

  private Rank() {}

  /** @param written a name, or 0 to 23 */
  static int facility(String written) throws Ground.Locked {
    int found = number(FACILITIES, written);
    if (found < 0) throw new Ground.Locked(Reason.of("relay.syslog.facility", written));
    return found;
  }

  /**
   * 0 to 7. Only an event has the rank of its trouble: who is woken by {@code crit} is woken once, not with every state
   * that is told again.
   */
  static int severity(Message m, Mapping mapping) {
    if (!m.sort().event()) return INFO;
    String usual = switch (m.severity()) {
      case OK -> "notice";
      case WARNING -> "warning";
      case CRITICAL -> "crit";
      case UNKNOWN -> "err";
    };
    int own = number(SEVERITIES, mapping.severity(m.severity(), usual));
    return own >= 0 ? own : SEVERITIES.indexOf(usual);
  }

  private static int number(List<String> names, String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (!word.matches("\\d{1,2}")) return names.indexOf(word);
    int n = Integer.parseInt(word);
    return n < names.size() ? n : -1;
  }
}
