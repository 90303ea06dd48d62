package iris.agent.source.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One figure of a plugin, {@code 'label'=value[UOM];warn;crit;min;max}. Limits are the plugin's own business: it has
 * judged them already.
 *
 * @param unit as written, may be empty
 */
record Performance(String label, double value, String unit) {
  // Possessive: a plugin's output may be anything, and no reading of it may run away.
  private static final Pattern ONE = Pattern.compile(
      "\\s*+('[^']*+(?:''[^']*+)*+'|[^\\s=']++)=([-+]?[0-9]*+[.,]?[0-9]*+(?:[eE][-+]?[0-9]++)?+)([a-zA-Zµμ%/]*+)(?:;[^\\s]*+)?+");
  private static final int READ = 4096;
  private static final List<String> TIMES =
      List.of("time", "rta", "latency", "duration", "elapsed", "response", "temps");

  static List<Performance> all(String said) {
    String data = said.length() > READ ? said.substring(0, READ) : said;
    List<Performance> all = new ArrayList<>();
    Matcher matcher = ONE.matcher(data);
    int at = 0;
    while (at < data.length()) {
      matcher.region(at, data.length());
      if (matcher.lookingAt() && matcher.end() > at) {
        at = matcher.end();
        read(matcher).ifPresent(all::add);
      } else {
        // Not a figure ("U", a lost word): on to the next blank.
        int blank = nextBlank(data, at + 1);
        at = blank < 0 ? data.length() : blank;
      }
    }
    return List.copyOf(all);
  }

  private static int nextBlank(String data, int from) {
    for (int i = from; i < data.length(); i++) if (Character.isWhitespace(data.charAt(i))) return i;
    return -1;
  }

  private static Optional<Performance> read(Matcher found) {
    String label = found.group(1);
    if (label.startsWith("'")) label = label.substring(1, label.length() - 1).replace("''", "'");
    try {
      return Optional.of(
          new Performance(label, Double.parseDouble(found.group(2).replace(',', '.')), found.group(3)));
    } catch (NumberFormatException unknownValue) {
      return Optional.empty();
    }
  }

  /** The first figure that is a time by its label and its unit. */
  static Optional<Duration> latency(List<Performance> all) {
    return all.stream().filter(Performance::isTime).findFirst().map(one -> Duration.ofNanos(Math.round(one.nanos())));
  }

  private boolean isTime() {
    String lower = label.toLowerCase(Locale.ROOT);
    // An hour: more is no answering time, whatever its label says ("uptime").
    return nanos() >= 0 && nanos() <= 3.6e12 && !lower.contains("uptime") && TIMES.stream().anyMatch(lower::contains);
  }

  /** Negative where the unit is not one of time. */
  private double nanos() {
    return switch (unit) {
      case "s" -> value * 1e9;
      case "ms" -> value * 1e6;
      case "us", "µs", "μs" -> value * 1e3;
      default -> -1;
    };
  }
}
