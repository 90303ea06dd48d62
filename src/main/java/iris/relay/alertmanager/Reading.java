package iris.relay.alertmanager;

import iris.relay.EventJson;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.signal.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code GET /api/v2/alerts} says of a signal: the worst of what stands, or that nothing does. */
final class Reading {
  private static final JsonMapper JSON = new JsonMapper();
  /** A level that is known to be bad goes before one that is not known. */
  private static final List<Level> WORSE = List.of(Level.OK, Level.UNKNOWN, Level.WARNING, Level.CRITICAL);
  private static final int SHOWN = 500;

  private Reading() {}

  static Seen of(String body, Mapping mapping) {
    try {
      JsonNode alerts = JSON.readTree(body);
      if (alerts == null || !alerts.isArray()) return new Seen.Unasked(Reason.of("relay.alertmanager.answer"));
      Optional<JsonNode> worst = alerts.values().stream().max(Comparator.comparingInt(a -> WORSE.indexOf(level(a, mapping))));
      return new Seen.Holds(worst.map(a -> level(a, mapping)).orElse(Level.OK),
          worst.map(a -> Plain.line(a.path("annotations").path("summary").asString(""), SHOWN)).orElse(""));
    } catch (JacksonException notJson) {
      return new Seen.Unasked(Reason.of("relay.alertmanager.answer"));
    }
  }

  private static Level level(JsonNode alert, Mapping mapping) {
    String severity = alert.path("labels").path("severity").asString("");
    return Stream.of(Level.values()).filter(l -> l != Level.OK)
        .filter(l -> mapping.severity(l, EventJson.word(l)).equals(severity)).findFirst().orElse(Level.UNKNOWN);
  }
}
