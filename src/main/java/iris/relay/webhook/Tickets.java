package iris.relay.webhook;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The table of incidents by its REST interface. An address without a path is an instance: its usual table is meant. */
final class Tickets implements AutoCloseable {
  private static final String TABLE = "/api/now/table/incident";

  private final Target target;
  private final Web web;

  Tickets(Target target, Ground ground) {
    this.target = target;
    web = new Web(target, ground);
  }

  Answer find(String correlation) throws InterruptedException {
    return ask("GET", "?sysparm_query=" + URLEncoder.encode("correlation_id=" + correlation, StandardCharsets.UTF_8)
        + "&sysparm_fields=sys_id,number,state,correlation_id&sysparm_limit=1", Optional.empty());
  }

  Answer make(ObjectNode fields) throws InterruptedException {
    return ask("POST", "", Optional.of(fields));
  }

  Answer change(String sysId, ObjectNode fields) throws InterruptedException {
    return ask("PATCH", "/" + URLEncoder.encode(sysId, StandardCharsets.UTF_8), Optional.of(fields));
  }

  private Answer ask(String method, String rest, Optional<ObjectNode> fields) throws InterruptedException {
    String base = target.link(Param.URL).orElseThrow().toString().replaceAll("/+$", "");
    String path = URI.create(base).getRawPath();
    try {
      return web.json(method, URI.create(base + (path == null || path.isEmpty() ? TABLE : "") + rest),
          fields.map(ObjectNode::toString), web.authorization());
    } catch (Ground.Locked locked) {
      return new Answer.Silent(Delivery.later(locked.reason()));
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
