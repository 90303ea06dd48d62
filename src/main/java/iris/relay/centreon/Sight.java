package iris.relay.centreon;

import iris.relay.Level;
import iris.relay.Seen;
import iris.relay.passive.PassiveResult.Place;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service as Centreon's list of services shows it.
 *
 * @param host number of its host; {@code service} its own, both needed to submit a result
 */
record Sight(long host, long service, Seen seen) {
  private static final JsonMapper JSON = new JsonMapper();

  static String write(Object tree) {
    return JSON.writeValueAsString(tree);
  }

  static Optional<JsonNode> read(String body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** Of a list the entry that has exactly these names: a search may find what only looks like them. */
  static Optional<Sight> of(JsonNode list, Place place) {
    for (JsonNode entry : list.path("result")) {
      boolean its = place.host().equals(entry.path("host").path("name").asString(""))
          && place.service().equals(entry.path("description").asString(""));
      long host = entry.path("host").path("id").asLong(0);
      long service = entry.path("id").asLong(0);
      if (its && host > 0 && service > 0) return Optional.of(new Sight(host, service, seen(entry)));
    }
    return Optional.empty();
  }

  private static Seen seen(JsonNode entry) {
    int code = entry.path("status").path("code").asInt(entry.path("state").asInt(Level.UNKNOWN.code()));
    return new Seen.Holds(switch (code) {
      case 0 -> Level.OK;
      case 1 -> Level.WARNING;
      case 2 -> Level.CRITICAL;
      default -> Level.UNKNOWN;
    }, entry.path("output").asString(""));
  }
}
