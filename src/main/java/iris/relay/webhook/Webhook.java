package iris.relay.webhook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.web.Web;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whoever takes a POST. Without a template: CloudEvents 1.0 of every sort, so that a receiver can tell silence from
 * calm by the heartbeat and heal by the states. With a template: events alone, since templates are made for people's
 * tools.
 */
public final class Webhook implements Courier {
  private static final int AT_ONCE = 4;

  private final Target target;
  private final Ground ground;
  private final Web web;
  private final Optional<String> template;

  public Webhook(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    web = new Web(target, ground);
    template = target.text(Param.BODY);
  }

  @Override
  public boolean takes(Sort sort) {
    if (sort == Sort.STATISTIC) return target.flag(Param.STATISTICS, template.isEmpty());
    return sort.event() || template.isEmpty();
  }

  /** States of a hundred signals a minute, to a receiver that takes its time over each. */
  @Override
  public int parallel() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", template.isPresent() ? Body.JSON_TYPE : CloudEvent.TYPE);
    headers.put("idempotency-key", Signature.digest(message.id()));
    Optional<String> key;
    try {
      headers.putAll(web.authorization());
      headers.putAll(Headers.of(target.lines(Param.HEADERS), ground));
      key = target.secret(Param.SIGNING_KEY).isPresent()
          ? Optional.of(ground.secret(target.secret(Param.SIGNING_KEY).get()))
          : Optional.empty();
    } catch (Ground.Locked locked) {
      return Delivery.later(locked.reason());
    }
    Optional<String> body = template.isPresent()
        ? new Body(headers.get("content-type"), template.get()).of(message)
        : Optional.of(CloudEvent.of(message, target.mapping().host(message)));
    if (body.isEmpty()) return Delivery.refused("relay.webhook.no-json");
    byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
    key.filter(k -> !k.isEmpty()).ifPresent(k -> headers.put("x-iris-signature", Signature.of(bytes, k)));
    return Answers.of(web.ask("POST", target.link(Param.URL).orElseThrow(), Optional.of(bytes), headers));
  }

  @Override
  public void close() {
    web.close();
  }
}
