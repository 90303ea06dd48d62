package iris.relay.alertmanager;

import iris.alarm.AlarmKey;
import iris.relay.EventJson;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Plain;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An alert in Alertmanager's terms: labels that never change while it stands, annotations that may. */
final class Labels {
  private static final int VALUE = 200;
  private static final int SENTENCE = 2_000;

  private Labels() {}

  /** Severity is that of the kind of alarm: routes need one, and one that followed the moment made another alert. */
  static Map<String, String> of(Message m, AlarmKey.Kind alarm, Mapping mapping) {
    Level level = Message.severity(alarm);
    Map<String, String> labels = new LinkedHashMap<>();
    mapping.labels(m).forEach((name, value) -> put(labels, name(name), value));
    put(labels, "alertname", alertname(alarm));
    put(labels, "signal", m.signal().key());
    put(labels, "kind", EventJson.word(m.signal().kind()));
    put(labels, "severity", mapping.severity(level, EventJson.word(level)));
    put(labels, "source", mapping.host(m));
    return labels;
  }

  /** That IRIS lives: an alert that always stands, for a route to who notices that it does not. */
  static Map<String, String> heartbeat(Message m, Mapping mapping) {
    return Map.of("alertname", "IrisHeartbeat", "severity", "none", "source", Plain.line(mapping.host(m), VALUE));
  }

  static Map<String, String> annotations(Message m, Mapping mapping) {
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("summary", Plain.line(mapping.text(m), SENTENCE));
    annotations.put("name", Plain.line(m.signal().name(), VALUE));
    m.origin().ifPresent(origin -> annotations.put("origin", EventJson.word(origin)));
    m.evidence().ifPresent(at -> annotations.put("evidence", at.toString()));
    m.muted().filter(why -> !why.isBlank()).ifPresent(why -> annotations.put("muted", Plain.line(why, SENTENCE)));
    if (!m.episode().isEmpty()) annotations.put("episode", Plain.line(m.episode(), VALUE));
    return annotations;
  }

  /** {@code IrisSupervisionLost}. */
  static String alertname(AlarmKey.Kind alarm) {
    return "Iris" + Arrays.stream(EventJson.word(alarm).split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
  }

  /** An empty label is no label there. */
  private static void put(Map<String, String> labels, String name, String value) {
    String dull = Plain.line(value, VALUE);
    if (!dull.isEmpty()) labels.put(name, dull);
  }

  private static String name(String written) {
    String name = written.replaceAll("[^A-Za-z0-9_]", "_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
