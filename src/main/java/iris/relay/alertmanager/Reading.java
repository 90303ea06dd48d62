package iris.relay.alertmanager;

import iris.relay.EventJson;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Plain;
import iris.relay.Seen;
import iris.signal.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code GET /api/v2/alerts} says of a signal. Where just those alerts stand that were told, it holds the level
 * that was told, be it one that makes no alert; else the worst of what stands, or that nothing does.
 */
final class Reading {
  private static final JsonMapper JSON = new JsonMapper();
  /** A level that is known to be bad goes before one that is not known. */
  private static final List<Level> WORSE = List.of(Level.OK, Level.UNKNOWN, Level.WARNING, Level.CRITICAL);
  private static final int SHOWN = 500;

  private Reading() {}

  static Seen of(String body, List<Held> held, Optional<Level> told, Mapping mapping) {
    try {
      JsonNode alerts = JSON.readTree(body);
      if (alerts == null || !alerts.isArray()) return new Seen.Unasked(Reason.of("relay.alertmanager.answer"));
      Optional<JsonNode> worst = alerts.values().stream()
          .max(Comparator.comparingInt(a -> WORSE.indexOf(level(a, mapping))));
      boolean same = alerts.values().stream().map(Reading::labels).collect(Collectors.toSet())
          .equals(held.stream().map(Held::labels).collect(Collectors.toSet()));
      Level shown = worst.map(a -> level(a, mapping)).orElse(Level.OK);
      return new Seen.Holds(same ? told.orElse(shown) : shown,
          worst.map(a -> Plain.line(a.path("annotations").path("summary").asString(""), SHOWN)).orElse(""));
    } catch (JacksonException notJson) {
      return new Seen.Unasked(Reason.of("relay.alertmanager.answer"));
    }
  }

  private static Map<String, String> labels(JsonNode alert) {
    Map<String, String> labels = new TreeMap<>();
    alert.path("labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
    return labels;
  }

  private static Level level(JsonNode alert, Mapping mapping) {
    String severity = alert.path("labels").path("severity").asString("");
    return Stream.of(Level.values()).filter(l -> l != Level.OK)
        .filter(l -> mapping.severity(l, EventJson.word(l)).equals(severity)).findFirst().orElse(Level.UNKNOWN);
  }
}
