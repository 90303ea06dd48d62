package iris.relay.webhook;

import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Plain;
import iris.relay.Target;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is written into a record of the table of incidents; labels of the mapping are further fields of it. */
record TicketFields(Target target) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SHORT = 160;
  private static final int LONG = 4_000;
  private static final int LONGEST_CORRELATION = 100;
  private static final String RESOLVED = "6";
  /** Resolved, closed, cancelled. */
  private static final Set<String> CLOSED = Set.of(RESOLVED, "7", "8");

  /** Never with what a query of the table would read as its own: {@code ^} joins two conditions there. */
  static String correlation(Message m) {
    String episode = m.episode();
    return episode.length() <= LONGEST_CORRELATION && episode.matches("[A-Za-z0-9|@._:-]+")
        ? episode
        : "iris-" + Signature.digest(episode);
  }

  static boolean closed(String state) {
    return CLOSED.contains(state);
  }

  ObjectNode made(Message m, String correlation) {
    ObjectNode fields = JSON.createObjectNode();
    target.mapping().labels(m).forEach((name, value) -> fields.put(name, Plain.line(value, LONG)));
    fields.put("short_description", Plain.line(text(m), SHORT));
    fields.put("description", Plain.line(text(m), LONG));
    fields.put("correlation_id", correlation);
    fields.put("correlation_display", "IRIS " + m.signal().id());
    urgency(fields, m);
    return fields;
  }

  /** The sentence as a note; the urgency follows, whose change is no new record. */
  ObjectNode changed(Message m) {
    ObjectNode fields = JSON.createObjectNode().put("work_notes", Plain.line(text(m), LONG));
    urgency(fields, m);
    return fields;
  }

  ObjectNode resolved(Message m) {
    return JSON.createObjectNode().put("state", RESOLVED)
        .put("close_code", target.mapping().labels().getOrDefault("close_code", "Solution provided"))
        .put("close_notes", Plain.line(text(m), LONG));
  }

  private void urgency(ObjectNode fields, Message m) {
    String urgency = target.mapping().severity(m.severity(), usual(m.severity()));
    fields.put("urgency", urgency).put("impact", urgency);
  }

  private static String usual(Level level) {
    return switch (level) {
      case CRITICAL -> "1";
      case WARNING, UNKNOWN -> "2";
      case OK -> "3";
    };
  }

  private String text(Message m) {
    return Saying.text(m, target.mapping());
  }
}
