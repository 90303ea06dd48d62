package iris.relay.webhook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Plain;
import iris.relay.Target;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Workflows of Teams ("when a Teams webhook request is received") and the connectors before them: a message with one
 * adaptive card. Text goes in text runs, which know no Markdown.
 */
public final class Teams implements Courier {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LABEL = 300;

  private final Target target;
  private final Ground ground;
  private final Web web;

  public Teams(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    web = new Web(target, ground);
  }

  @Override
  public boolean takes(Sort sort) {
    return (sort.event() || sort == Sort.STATISTIC) && target.wants(sort, false);
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    Answer answer = SecretAddress.post(target, ground, web, card(message));
    // The old connectors answer 200 and tell in the text that they could not.
    if (answer instanceof Answer.Said said && said.well() && said.body().contains("failed with error"))
      return Delivery.later("relay.webhook.said", Answers.shown(said.body()));
    return Answers.of(answer);
  }

  ObjectNode card(Message m) {
    ObjectNode card = JSON.createObjectNode();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard").put("version", "1.4");
    String said = Saying.of(m, target.mapping());
    ArrayNode body = card.putArray("body");
    ObjectNode first = line(body, said);
    first.put("size", "Medium").put("weight", "Bolder").put("color", colour(m));
    target.mapping().labels(m).forEach((name, value) -> line(body, name + ": " + Plain.line(value, LABEL)));
    ObjectNode message = JSON.createObjectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
    attachment.set("content", card);
    return message;
  }

  private static ObjectNode line(ArrayNode body, String text) {
    return body.addObject().put("type", "RichTextBlock").putArray("inlines").addObject().put("type", "TextRun")
        .put("text", text);
  }

  private static String colour(Message m) {
    return switch (m.severity()) {
      case OK -> "Good";
      case WARNING -> "Warning";
      case CRITICAL -> "Attention";
      case UNKNOWN -> "Default";
    };
  }

  @Override
  public void close() {
    web.close();
  }
}
