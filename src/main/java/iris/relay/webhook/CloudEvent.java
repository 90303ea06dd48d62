package iris.relay.webhook;

import iris.relay.EventJson;
import iris.relay.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as CloudEvents 1.0, structured JSON. {@code source} names the room and not the machine: two relays that
 * read the same feeds send the same id of the same source, which is what a receiver drops duplicates by.
 */
final class CloudEvent {
  static final String TYPE = "application/cloudevents+json; charset=UTF-8";
  private static final JsonMapper JSON = new JsonMapper();

  private CloudEvent() {}

  /** @param host of the mapping; several rooms that tell one receiver have different ones */
  static String of(Message m, String host) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", m.id());
    event.put("source", "urn:x-iris:" + URLEncoder.encode(host, StandardCharsets.UTF_8));
    event.put("type", "iris.signal." + EventJson.word(m.sort()));
    event.put("subject", m.signal().id());
    event.put("time", m.at().toString());
    // An attribute that brokers keep the order by.
    event.put("partitionkey", m.signal().id());
    event.put("datacontenttype", "application/json");
    event.set("data", EventJson.of(m));
    return JSON.writeValueAsString(event);
  }
}
