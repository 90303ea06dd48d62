package iris.agent.source.push;

import iris.agent.source.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * InfluxDB's line protocol: {@code siv,party=ants status=ok,whole=512,external=350 1732284300000000000}. The
 * measurement is the service's id. Tags and fields mean the same; the number at the end is a time since 1970 whose unit
 * shows in its size.
 */
final class LineProtocol {
  private final Events events;

  LineProtocol(Events events) {
    this.events = events;
  }

  List<Transaction> read(String body, Instant now) throws Refused {
    List<Transaction> all = new ArrayList<>();
    String[] lines = body.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && line.charAt(0) != '#') all.add(line(line, i + 1, now));
    }
    return all;
  }

  Transaction line(String line, long number, Instant now) throws Refused {
    List<String> parts = split(line, ' ');
    if (parts.size() < 2 || parts.size() > 3)
      throw new Refused(number, "", "measurement[,tags] fields [time], parted by one blank each");
    List<String> tags = split(parts.get(0), ',');
    String measurement = plain(tags.getFirst());
    if (!measurement.equals(events.service()))
      throw new Refused(number, "", "this door is for the service " + events.service() + ", not " + measurement);
    Map<String, Object> fields = new HashMap<>();
    for (String tag : tags.subList(1, tags.size())) put(fields, tag, number);
    for (String field : split(parts.get(1), ',')) put(fields, field, number);
    if (parts.size() == 3) fields.put("time", time(parts.get(2), number));
    return events.of(fields, number, now);
  }

  private static Object time(String text, long number) throws Refused {
    if (!text.matches("[0-9]{1,19}")) throw new Refused(number, "time", "a whole number since 1970, not " + text);
    return Double.valueOf(text);
  }

  private static void put(Map<String, Object> fields, String pair, long number) throws Refused {
    int equals = pair.indexOf('=');
    if (equals < 1 || equals == pair.length() - 1) throw new Refused(number, pair, "name=value");
    fields.put(plain(pair.substring(0, equals)), value(pair.substring(equals + 1)));
  }

  private static Object value(String text) {
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\""))
      return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    if (text.matches("[0-9]{1,18}[iu]?")) return Double.valueOf(text.replaceAll("[iu]$", ""));
    if (text.matches("-?([0-9]{1,18}(\\.[0-9]{0,18})?|\\.[0-9]{1,18})([eE][-+]?[0-9]{1,2})?"))
      return Double.valueOf(text);
    return switch (text) {
      case "t", "T", "true", "True", "TRUE" -> true;
      case "f", "F", "false", "False", "FALSE" -> false;
      default -> plain(text);
    };
  }

  private static String plain(String escaped) {
    return escaped.indexOf('\\') < 0 ? escaped : escaped.replaceAll("\\\\([ ,=\\\\])", "$1");
  }

  /** Parts by a character that is neither escaped nor quoted. */
  private static List<String> split(String text, char by) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') i++;
      else if (c == '"') quoted = !quoted;
      else if (c == by && !quoted) {
        parts.add(text.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }
}
