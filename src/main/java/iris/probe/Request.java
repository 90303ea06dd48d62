package iris.probe;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a page is asked for. Prints no header, since secrets stand in them.
 *
 * @param method as it stands in the request line
 * @param headers further ones, or others than the usual Host, User-Agent, Accept; those that say where the request
 *     ends are ours
 * @param body sent as UTF-8
 */
public record Request(String method, Map<String, String> headers, Optional<String> body) {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> OURS = Set.of("connection", "content-length", "transfer-encoding", "upgrade");

  public static final Request GET = new Request("GET", Map.of(), Optional.empty());

  public Request {
    Objects.requireNonNull(body);
    headers = Map.copyOf(headers);
    if (!TOKEN.matcher(method).matches()) throw new BadTarget("probe.target.method", method);
    headers.forEach((name, value) -> {
      boolean breaks = value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127);
      if (!TOKEN.matcher(name).matches() || breaks || OURS.contains(name.toLowerCase(Locale.ROOT)))
        throw new BadTarget("probe.target.header", name);
    });
  }

  /** Whether what comes back is a head alone. */
  boolean bodiless() {
    return method.equals("HEAD");
  }

  /** What is sent to ask {@code page}. */
  byte[] bytes(Target.Page page) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int port = page.uri().getPort();
    all.put("Host", page.uri().getHost() + (port >= 0 ? ":" + port : ""));
    all.put("User-Agent", "IRIS/1.0 (RSS supervision console)");
    all.put("Accept", "*/*");
    all.put("Accept-Encoding", "identity");
    all.putAll(headers);
    all.put("Connection", "close");
    byte[] content = body.orElse("").getBytes(StandardCharsets.UTF_8);
    if (body.isPresent() || method.equals("POST") || method.equals("PUT") || method.equals("PATCH"))
      all.put("Content-Length", String.valueOf(content.length));
    String path = page.uri().getRawPath();
    String query = page.uri().getRawQuery();
    StringBuilder head = new StringBuilder(method).append(' ').append(path == null || path.isEmpty() ? "/" : path)
        .append(query == null ? "" : "?" + query).append(" HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = java.util.Arrays.copyOf(first, first.length + content.length);
    System.arraycopy(content, 0, whole, first.length, content.length);
    return whole;
  }

  @Override
  public String toString() {
    return method + " with " + headers.size() + " headers";
  }
}
