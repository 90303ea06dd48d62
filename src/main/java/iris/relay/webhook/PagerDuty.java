package iris.relay.webhook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.EventJson;
import iris.relay.Ground;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * PagerDuty Events v2. The episode is the key by which it drops duplicates: told twice, or by two relays, there is one
 * incident, and the end of the episode resolves it.
 */
public final class PagerDuty implements Courier {
  private static final URI USUAL = URI.create("https://events.pagerduty.com/v2/enqueue");
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;

  private final Target target;
  private final Ground ground;
  private final Web web;

  public PagerDuty(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    web = new Web(target, ground);
  }

  @Override
  public boolean takes(Sort sort) {
    return sort.event();
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    String routing;
    try {
      routing = ground.secret(target.secret(Param.TOKEN).orElseThrow()).strip();
    } catch (Ground.Locked locked) {
      return Delivery.later(locked.reason());
    }
    Answer answer = web.json("POST", target.link(Param.URL).orElse(USUAL),
        Optional.of(JSON.writeValueAsString(event(message, routing))), Map.of());
    if (answer instanceof Answer.Said said && said.status() == 400)
      return Delivery.refused("relay.webhook.said", Answers.shown(said.body()));
    Delivery delivery = Answers.of(answer);
    return delivery instanceof Delivery.Delivered ? Delivery.done(key(message)) : delivery;
  }

  ObjectNode event(Message m, String routing) {
    ObjectNode event = JSON.createObjectNode();
    event.put("routing_key", routing);
    event.put("event_action", m.sort() == Sort.END ? "resolve" : "trigger");
    event.put("dedup_key", key(m));
    ObjectNode payload = event.putObject("payload");
    payload.put("summary", Plain.line(Saying.text(m, target.mapping()), LONGEST_SUMMARY));
    payload.put("source", target.mapping().host(m));
    payload.put("severity", target.mapping().severity(m.severity(), usual(m.severity())));
    payload.put("timestamp", m.at().toString());
    payload.put("component", m.signal().key());
    m.alarm().ifPresent(alarm -> payload.put("class", EventJson.word(alarm)));
    ObjectNode details = EventJson.of(m);
    target.mapping().labels(m).forEach(details::put);
    payload.set("custom_details", details);
    return event;
  }

  private static String key(Message m) {
    return m.episode().length() <= LONGEST_KEY ? m.episode() : Signature.digest(m.episode());
  }

  private static String usual(Level level) {
    return switch (level) {
      case OK -> "info";
      case WARNING -> "warning";
      case CRITICAL -> "critical";
      case UNKNOWN -> "error";
    };
  }

  @Override
  public void close() {
    web.close();
  }
}
