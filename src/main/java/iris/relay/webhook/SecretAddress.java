package iris.relay.webhook;

import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.signal.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An address that is itself the secret, as those of chats are. It is read when needed and stands in no reason: the
 * JDK's own exceptions quote what they could not read, so none of them is passed on.
 */
final class SecretAddress {
  private SecretAddress() {}

  /** Brings JSON there; what the server said, or why it was not asked. */
  static Web.Answer post(Target target, Ground ground, Web web, ObjectNode body) throws InterruptedException {
    URI to;
    try {
      to = of(target, ground);
    } catch (Ground.Locked locked) {
      return new Web.Answer.Silent(Delivery.later(locked.reason()));
    }
    return web.json("POST", to, Optional.of(body.toString()), Map.of());
  }

  private static URI of(Target target, Ground ground) throws Ground.Locked {
    String written = ground.secret(target.secret(Param.TOKEN).orElseThrow()).strip();
    try {
      URI address = new URI(written);
      if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme())))
        return address;
    } catch (URISyntaxException quotesTheSecret) {
      throw new Ground.Locked(Reason.of("relay.webhook.address"));
    }
    throw new Ground.Locked(Reason.of("relay.webhook.address"));
  }
}
