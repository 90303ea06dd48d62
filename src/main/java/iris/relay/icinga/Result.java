package iris.relay.icinga;

import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Perfdata;
import iris.relay.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A check result as the API wants it. */
final class Result {
  /** Bytes of the sentence: what a page and a message show of it. */
  private static final int TEXT = 1_000;
  private static final int NAME = 200;

  private Result() {}

  /** {@code host!service}; Icinga lets no name hold the mark between them. */
  static String name(String host, String service) {
    return plain(host) + "!" + plain(service);
  }

  static String plain(String name) {
    return Plain.line(name, NAME).replace('!', '.');
  }

  /** @param ttl after which Icinga itself calls the service unknown */
  static String json(Message m, Mapping mapping, long micros, Duration ttl, String source) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("type", "Service");
    body.put("service", name(mapping.host(m), mapping.service(m)));
    body.put("exit_status", code(mapping, m.level()));
    body.put("plugin_output", text(m, mapping));
    ArrayNode figures = body.putArray("performance_data");
    m.figures().map(Perfdata::of).ifPresent(all -> all.forEach(figures::add));
    body.put("check_source", source);
    // Seconds with their fraction as a decimal: a double's last digits would tell two microseconds apart only just.
    body.put("execution_start", BigDecimal.valueOf(micros, 6));
    body.put("execution_end", BigDecimal.valueOf(micros, 6));
    body.put("ttl", Math.max(1, ttl.toSeconds()));
    return body.toString();
  }

  private static String text(Message m, Mapping mapping) {
    String text = mapping.text(m);
    // Icinga's pages show markup in the text of a plugin as markup: what a feed writes is none.
    return Plain.line(m.muted().map(why -> text + " [" + why + "]").orElse(text).replace('<', '‹').replace('>', '›'), TEXT);
  }

  /** The code of the configuration's word for the level where it is one. */
  private static int code(Mapping mapping, Level level) {
    String word = mapping.severity(level, "").strip();
    // Whatever is configured, nothing that is amiss is told as well.
    return word.matches(level == Level.OK ? "[0-3]" : "[1-3]") ? word.charAt(0) - '0' : level.code();
  }
}
