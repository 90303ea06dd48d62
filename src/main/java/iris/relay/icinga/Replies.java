package iris.relay.icinga;

import iris.relay.Delivery;
import iris.relay.Plain;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer.Said;
import iris.signal.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the API's answers mean. Where 2.14 answers 404, 2.13 may answer 500, and where it answers 409, 200. */
final class Replies {
  private static final int CUT = 200;

  private Replies() {}

  static JsonNode read(Said said) {
    try {
      return JsonMapper.shared().readTree(said.body());
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Of an action; {@link Delivery.Superseded} for a 409, whether of the whole or of the one result in it. */
  static Delivery of(Said said, String host, String service) {
    JsonNode body = read(said);
    JsonNode result = body.path("results").path(0);
    int code = said.well() ? result.path("code").asInt(said.status()) : said.status();
    String status = result.path("status").asString(body.path("status").asString(""));
    boolean nobody = body.path("results").isArray() && body.path("results").isEmpty();
    return switch (code) {
      case 401 -> Delivery.refused("relay.icinga.password");
      case 403 -> Delivery.refused("relay.icinga.permission");
      case 404 -> Delivery.refused("relay.icinga.unknown", host, service);
      case 409 -> new Delivery.Superseded(Reason.of("relay.icinga.newer", host, service));
      case 400 -> Delivery.refused("relay.icinga.bad", cut(status));
      default -> {
        if (nobody) yield Delivery.refused("relay.icinga.unknown", host, service);
        if (code / 100 == 2) yield status.isEmpty() ? Delivery.done() : Delivery.done(cut(status));
        // What is well in HTTP and not within comes again: it was not the request that was wrong.
        yield said.well() ? Delivery.later("relay.icinga.said", code, cut(status)) : Web.verdict(said);
      }
    };
  }

  private static String cut(String status) {
    return Plain.line(status, CUT);
  }
}
