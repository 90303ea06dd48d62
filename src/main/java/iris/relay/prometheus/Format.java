package iris.relay.prometheus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of an exposition, the richer first. */
enum Format {
  OPEN_METRICS("application/openmetrics-text", "1.0.0"),
  TEXT("text/plain", "0.0.4");

  private final String media;
  private final String version;

  Format(String media, String version) {
    this.media = media;
    this.version = version;
  }

  String type() {
    return media + "; version=" + version + "; charset=utf-8";
  }

  /**
   * What the asker likes best; text where he likes neither or says nothing, as a browser.
   *
   * @param accept null if not said
   */
  static Format of(@Nullable String accept) {
    if (accept == null) return TEXT;
    List<String> ranges = Arrays.stream(accept.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
    // Among equals the text: a browser that takes anything cannot show the other.
    return Arrays.stream(values()).max(Comparator.comparingDouble((Format f) -> f.liking(ranges)).thenComparing(f -> f))
        .orElseThrow();
  }

  private double liking(List<String> ranges) {
    double named = ranges.stream().filter(this::named).mapToDouble(Format::quality).max().orElse(-1);
    if (named >= 0) return named;
    return ranges.stream().filter(r -> r.startsWith("*/*")).mapToDouble(Format::quality).max().orElse(0);
  }

  private boolean named(String range) {
    String[] parts = range.split(";");
    if (!parts[0].strip().equals(media)) return false;
    return Arrays.stream(parts).map(String::strip).filter(p -> p.startsWith("version="))
        .allMatch(p -> p.substring(8).replace("\"", "").equals(version));
  }

  private static double quality(String range) {
    for (String part : range.split(";")) {
      String p = part.strip();
      String q = p.startsWith("q=") ? p.substring(2) : "";
      if (!q.isEmpty()) return q.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(q) : 0;
    }
    return 1;
  }
}
