package iris.agent.source.log;

import iris.agent.SourceSpec;
import iris.agent.source.Amounts;
import iris.agent.source.Fault;
import iris.agent.source.Stamp;
import iris.agent.source.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of one's own, found anywhere in the line. Bounded twice: a line over {@link #LONGEST} bytes is
 * unreadable, and so is one at which the expression spends its {@link Budgeted budget}.
 */
final class PatternReader implements LineReader {
  static final int LONGEST = 8_192;

  private final Matcher matcher;
  private final Set<String> groups;
  private final Optional<DateTimeFormatter> format;
  private final double unit;
  private final Fault fault;
  private final ZoneId zone;
  private final Stamp stamp;
  private String lastTime = "";
  private long lastMillis = Stamp.NONE;

  /**
   * @param zone of times that say none
   * @throws IllegalArgumentException if the expression or the pattern of the time is none, or lacks time or status
   */
  PatternReader(SourceSpec.Format.Pattern spec, Fault fault, ZoneId zone) {
    Pattern pattern = Pattern.compile(spec.regex());
    this.groups = pattern.namedGroups().keySet();
    if (!groups.containsAll(Set.of("time", "status")))
      throw new IllegalArgumentException("the expression names its groups time and status, not only " + groups);
    this.matcher = pattern.matcher("");
    this.format = spec.time().map(p -> DateTimeFormatter.ofPattern(p, Locale.ENGLISH));
    this.unit = spec.unit().toNanos() / 1e6;
    this.fault = fault;
    this.zone = zone;
    this.stamp = new Stamp(zone);
  }

  @Override
  public boolean read(byte[] b, int from, int to, Transaction into) {
    if (to - from > LONGEST) return false;
    matcher.reset(new Budgeted(new String(b, from, to - from, StandardCharsets.UTF_8)));
    try {
      return matcher.find() && take(into);
    } catch (Budgeted.Spent | StackOverflowError ranAway) {
      return false; // Groups within repetitions recurse: the stack is the other thing that they can spend.
    }
  }

  private boolean take(Transaction into) {
    into.at = time(group("time"));
    into.status = status(group("status"));
    into.whole = Amounts.millis(group("whole"), unit);
    into.external = Amounts.millis(group("external"), unit);
    into.externalStatus = Amounts.status(group("externalstatus"));
    into.origin = fault.word(group("origin"));
    return into.at != Stamp.NONE && into.status >= 0;
  }

  private String group(String name) {
    String text = groups.contains(name) ? matcher.group(name) : null;
    return text == null ? "" : text;
  }

  private static int status(String text) {
    return text.equals("0") ? 0 : text.equals("000") || Amounts.status(text) > 0 ? Amounts.status(text) : -1;
  }

  private long time(String text) {
    if (format.isEmpty()) return stamp.text(text);
    if (!text.equals(lastTime)) {
      lastTime = text;
      lastMillis = parsed(text, format.get());
    }
    return lastMillis;
  }

  private long parsed(String text, DateTimeFormatter by) {
    try {
      TemporalAccessor time = by.parseBest(text, Instant::from, LocalDateTime::from);
      return time instanceof LocalDateTime local
          ? local.atZone(zone).toInstant().toEpochMilli() : Instant.from(time).toEpochMilli();
    } catch (DateTimeException noTime) {
      return Stamp.NONE;
    }
  }
}
