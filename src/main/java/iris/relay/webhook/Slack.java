package iris.relay.webhook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Target;
import iris.relay.web.Web;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Incoming hooks in Slack's form: Slack, Mattermost, Rocket.Chat. Labels are further fields, as {@code channel}. */
public final class Slack implements Courier {
  private static final JsonMapper JSON = new JsonMapper();
  /** Takes no room, and keeps two characters from being read together. */
  private static final String JOINER = "\u2060";

  private final Target target;
  private final Ground ground;
  private final Web web;

  public Slack(Target target, Ground ground) {
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
    ObjectNode body = JSON.createObjectNode();
    target.mapping().labels(message).forEach((name, value) -> body.put(name, escaped(value)));
    body.put("text", escaped(Saying.of(message, target.mapping())));
    body.put("mrkdwn", false);
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    return Answers.of(SecretAddress.post(target, ground, web, body));
  }

  /**
   * Nothing in it calls everybody, shows a picture from elsewhere or links under another name. Slack reads its markup
   * in angle brackets; Mattermost reads Markdown and {@code @channel} wherever they stand.
   */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("@", "@" + JOINER).replace("](", "]" + JOINER + "(").replace("://", ":" + JOINER + "//");
  }

  @Override
  public void close() {
    web.close();
  }
}
