package iris.agent.publish;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Accept-Encoding allows (RFC 9110, 12.5.3). */
final class Encodings {
  private Encodings() {}

  /** Whether gzip is welcome, at least as much as no encoding. @param header null if there is none */
  static boolean gzip(@Nullable String header) {
    if (header == null) return false;
    double gzip = -1;
    double any = -1;
    double identity = -1;
    for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
      String[] pieces = part.split(";");
      double q = quality(pieces);
      switch (pieces[0].strip()) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, q);
        case "*" -> any = Math.max(any, q);
        case "identity" -> identity = Math.max(identity, q);
        default -> {}
      }
    }
    double wish = gzip >= 0 ? gzip : any;
    return wish > 0 && wish >= identity;
  }

  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String p = pieces[i].strip();
      if (p.startsWith("q=")) return p.substring(2).strip().matches("[01](\\.\\d{0,3})?") ? number(p) : 0;
    }
    return 1;
  }

  private static double number(String q) {
    return Double.parseDouble(q.substring(2).strip());
  }
}
