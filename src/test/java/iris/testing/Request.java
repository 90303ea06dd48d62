package iris.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client asked.
 *
 * @param method empty where what came was no HTTP
 * @param target as it stands in the request line
 * @param headers by lower-case name
 */
public record Request(String method, String target, Map<String, String> headers, String body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The next request on a connection; null at its end. */
  static Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null || first.isEmpty()) return null;
    String[] words = first.split(" ");
    if (words.length < 2) return new Request("", "", Map.of(), "");
    Map<String, String> headers = new TreeMap<>();
    for (String line; (line = line(in)) != null && !line.isEmpty(); ) {
      int colon = line.indexOf(':');
      if (colon < 0) return new Request("", "", Map.of(), "");
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(words[0], words[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; (c = in.read()) >= 0; ) {
      if (c == '\n') return line.toString();
      if (c != '\r') line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }
}
