package iris.relay.webhook;

import iris.relay.Delivery;
import iris.relay.Plain;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What an answer proves. */
final class Answers {
  private static final int SHOWN = 120;
  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  /** By the status; a page where an acknowledgement should be is a proxy's or a portal's, and was not our receiver. */
  static Delivery of(Answer answer) {
    return switch (answer) {
      case Answer.Silent silent -> silent.delivery();
      case Answer.Said said when said.well() && page(said) -> Delivery.later("relay.webhook.page");
      case Answer.Said said -> Web.verdict(said);
    };
  }

  private static boolean page(Answer.Said said) {
    String head = said.body().stripLeading();
    head = head.substring(0, Math.min(15, head.length())).toLowerCase(Locale.ROOT);
    return head.startsWith("<!doctype html") || head.startsWith("<html");
  }

  /** Missing where it is not JSON. */
  static JsonNode json(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** What a server said, short enough for a sentence. */
  static String shown(String text) {
    return Plain.line(text, SHOWN);
  }
}
