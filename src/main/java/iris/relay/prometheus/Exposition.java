package iris.relay.prometheus;

import iris.relay.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Families of metrics as they are written, in OpenMetrics 1.0 or in the text form 0.0.4. The lines of a family stand
 * together, however they come.
 */
final class Exposition {
  /** Bytes of a label's value: a feed may call a service what it likes. */
  private static final int VALUE = 200;

  private record Family(String head, String sample, StringBuilder lines) {}

  private final Format format;
  private final Map<String, Family> families = new LinkedHashMap<>();

  Exposition(Format format) {
    this.format = format;
  }

  /** @param name ends with its unit where it has one */
  Exposition gauge(String name, String unit, String help) {
    return family(name, name, name, "gauge", unit, help);
  }

  /** @param name without {@code _total}, which the sample gets */
  Exposition counter(String name, String help) {
    return family(name, format == Format.OPEN_METRICS ? name : name + "_total", name + "_total", "counter", "", help);
  }

  /** @param name without {@code _info}, which the sample gets; the older form knows it as a gauge */
  Exposition info(String name, String help) {
    return format == Format.OPEN_METRICS
        ? family(name, name, name + "_info", "info", "", help)
        : family(name, name + "_info", name + "_info", "gauge", "", help);
  }

  private Exposition family(String key, String written, String sample, String type, String unit, String help) {
    StringBuilder head = new StringBuilder("# TYPE ").append(written).append(' ').append(type).append('\n');
    if (format == Format.OPEN_METRICS && !unit.isEmpty())
      head.append("# UNIT ").append(written).append(' ').append(unit).append('\n');
    head.append("# HELP ").append(written).append(' ').append(escaped(help)).append('\n');
    families.put(key, new Family(head.toString(), sample, new StringBuilder()));
    return this;
  }

  /** A line of a family that was announced. */
  void add(String family, Map<String, String> labels, double value) {
    Family f = Objects.requireNonNull(families.get(family));
    f.lines().append(f.sample());
    if (!labels.isEmpty()) {
      char before = '{';
      for (Map.Entry<String, String> label : labels.entrySet()) {
        f.lines().append(before).append(label.getKey()).append("=\"")
            .append(escaped(Plain.line(label.getValue(), VALUE))).append('"');
        before = ',';
      }
      f.lines().append('}');
    }
    f.lines().append(' ').append(number(value)).append('\n');
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** All families that have a line. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (Family f : families.values()) if (!f.lines().isEmpty()) out.append(f.head()).append(f.lines());
    // Without it a scraper takes the document for cut off.
    if (format == Format.OPEN_METRICS) out.append("# EOF\n");
    return out.toString();
  }
}
