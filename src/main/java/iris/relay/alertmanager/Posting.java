package iris.relay.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of {@code POST /api/v2/alerts}. */
record Posting(List<Held> stand, List<Held> over) {
  private static final JsonMapper JSON = new JsonMapper();

  boolean isEmpty() {
    return stand.isEmpty() && over.isEmpty();
  }

  /**
   * @param now by the server's clock: with an end that is over already, what stands would be taken for a recovery
   * @param last how long it stands without being told again
   */
  String body(Instant now, Duration last) {
    ArrayNode alerts = JSON.createArrayNode();
    List<Held> all = new ArrayList<>(stand);
    all.addAll(over);
    for (Held h : all) {
      Instant end = over.contains(h) ? now : now.plus(last);
      ObjectNode alert = alerts.addObject();
      ObjectNode labels = alert.putObject("labels");
      h.labels().forEach(labels::put);
      ObjectNode annotations = alert.putObject("annotations");
      h.annotations().forEach(annotations::put);
      // It refuses what ends before it starts, which a clock that was set can make of a short outage.
      alert.put("startsAt", (h.since().isAfter(end) ? end : h.since()).toString());
      alert.put("endsAt", end.toString());
    }
    return JSON.writeValueAsString(alerts);
  }
}
