package iris.relay.syslog;

import iris.relay.Figures;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Target;
import iris.signal.Timing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message as a line of RFC 5424: {@code <PRI>1 TIME HOST APP - MSGID [iris@32473 …][origin …] text}. No byte order
 * mark, which rsyslog keeps in the text. 32473 is the number for examples: IRIS has no number of its own.
 */
final class Entry {
  /** Bytes of UTF-8 of one value, and of the text. */
  private static final int VALUE = 600;
  private static final int SHORT = 150;
  private static final int TEXT = 1000;

  private Entry() {}

  /** @param most bytes of the whole line, 1,000 or more; what is not essential goes first, the text is cut last */
  static byte[] of(Message m, Target target, int most) throws Ground.Locked {
    int rank = Rank.facility(target.text(Param.FACILITY).orElse("local0")) * 8 + Rank.severity(m, target.mapping());
    String head = "<" + rank + ">1 " + m.at().truncatedTo(ChronoUnit.MICROS) + " " + graphic(target.mapping().host(m),
        64) + " "
        + graphic(target.text(Param.APP_NAME).orElse("iris"), 48) + " - " + subject(m) + " ";
    Map<String, String> needed = needed(m, target);
    Map<String, String> all = new LinkedHashMap<>(needed);
    all.putAll(further(m));
    Map<String, String> labelled = new LinkedHashMap<>(all);
    target.mapping().labels(m).forEach((name, value) -> labelled.putIfAbsent(name(name), value));
    String text = target.mapping().text(m) + m.muted().map(why -> " [" + why + "]").orElse("");
    String cut = Plain.line(text, TEXT);
    String line = head + data(labelled, VALUE) + " " + cut;
    if (bytes(line) > most) line = head + data(all, VALUE) + " " + cut;
    if (bytes(line) > most) line = head + data(needed, SHORT) + " " + cut;
    return Plain.cut(line, most).getBytes(StandardCharsets.UTF_8);
  }

  private static String subject(Message m) {
    return switch (m.sort()) {
      case BEGIN, CHANGE -> m.alarm().orElseThrow().name();
      case END -> "RECOVERY";
      case STATISTIC, STATE, HEARTBEAT -> m.sort().name();
    };
  }

  private static Map<String, String> needed(Message m, Target target) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("signal", target.mapping().service(m));
    data.put("sig", m.id());
    data.put("state", word(m.level()));
    data.put("sort", word(m.sort()));
    return data;
  }

  private static Map<String, String> further(Message m) {
    Map<String, String> data = new LinkedHashMap<>();
    m.alarm().ifPresent(kind -> data.put("alarm", word(kind)));
    if (!m.episode().isEmpty()) data.put("episode", m.episode());
    m.origin().ifPresent(fault -> data.put("origin", word(fault)));
    m.since().map(Instant::toString).ifPresent(at -> data.put("since", at));
    m.lasted().ifPresent(d -> data.put("seconds", Long.toString(d.toSeconds())));
    m.muted().ifPresent(why -> data.put("muted", why));
    if (m.sort() == Message.Sort.STATISTIC) m.figures().ifPresent(f -> figures(data, f));
    return data;
  }

  private static void figures(Map<String, String> data, Figures f) {
    data.put("from", f.from().toString());
    data.put("to", f.to().toString());
    data.put("total", Long.toString(f.total()));
    data.put("failed", Long.toString(f.failed()));
    time(data, "mean", f.transaction().mean());
    time(data, "p95", f.transaction().p95());
    time(data, "response", f.response().p95());
  }

  private static void time(Map<String, String> data, String name, long millis) {
    if (millis != Timing.ABSENT) data.put(name, Long.toString(millis));
  }

  private static String data(Map<String, String> values, int most) {
    StringBuilder out = new StringBuilder("[iris@32473");
    values.forEach((name, value) -> out.append(' ').append(name).append("=\"")
        .append(Plain.line(value, most).replaceAll("([\\\\\"\\]])", "\\\\$1")).append('"'));
    return out.append("][origin software=\"IRIS\"]").toString();
  }

  /** A name inside structured data: 1 to 32 letters, without what would end it. */
  private static String name(String written) {
    return graphic(written.replaceAll("[=\\]\"]", "_"), 32);
  }

  private static String graphic(String written, int most) {
    String clean = written.replaceAll("[^!-~]", "_");
    if (clean.isEmpty()) return "-";
    return clean.length() <= most ? clean : clean.substring(0, most);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
