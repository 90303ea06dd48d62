package iris.relay.webhook;

import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Plain;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The body of a webhook from a template of the configuration: what a feed says stays a value, whatever the format. */
record Body(String type, String template) {
  static final String JSON_TYPE = "application/json; charset=utf-8";
  private static final int VALUE = 4_000;
  private static final JsonMapper STRICT = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** @return empty where the template, filled, is not of its type: a comma is missing in it */
  Optional<String> of(Message m) {
    String filled = Mapping.fill(template, m, value -> safe(Plain.line(value, VALUE)));
    return json() && !readable(filled) ? Optional.empty() : Optional.of(filled);
  }

  private boolean json() {
    return type.toLowerCase(Locale.ROOT).contains("json");
  }

  private String safe(String value) {
    String kind = type.toLowerCase(Locale.ROOT);
    if (json()) return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    if (kind.startsWith("application/x-www-form-urlencoded")) return URLEncoder.encode(value, StandardCharsets.UTF_8);
    if (kind.startsWith("text/plain")) return value;
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static boolean readable(String json) {
    try {
      STRICT.readTree(json);
      return true;
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
