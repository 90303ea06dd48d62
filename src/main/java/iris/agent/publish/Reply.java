package iris.agent.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request is answered with. */
sealed interface Reply {
  /** A whole answer. {@code body} is that of a GET, whose length a HEAD is told too. */
  record Whole(int status, Map<String, String> headers, byte[] body) implements Reply {
    Whole with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Whole(status, more, body);
    }
  }

  /** The stream of a service's publications after {@code last}; negative: from now on. */
  record Events(Press press, long last) implements Reply {}

  /** A sentence. */
  static Whole sentence(int status, String sentence) {
    return text(status, "text/plain; charset=utf-8", sentence + "\n").with("Cache-Control", "no-store");
  }

  static Whole text(int status, String type, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    return new Whole(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }
}
