package iris.relay.nagios;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object in an answer, behind whatever a PHP that talks too much has put before it. */
final class Json {
  private static final JsonMapper JSON = new JsonMapper();

  private Json() {}

  static Optional<JsonNode> in(String body) {
    int at = body.indexOf('{');
    if (at < 0) return Optional.empty();
    try {
      return Optional.ofNullable(JSON.readTree(body.substring(at))).filter(JsonNode::isObject);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  static String write(Object tree) {
    return JSON.writeValueAsString(tree);
  }
}
