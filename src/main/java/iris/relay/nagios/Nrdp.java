package iris.relay.nagios;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Plain;
import iris.relay.Target;
import iris.relay.passive.PassiveResult;
import iris.relay.web.Web;
import iris.relay.web.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Nagios Remote Data Processor. It drops each result as a file of a random name into a folder that Nagios empties every
 * some seconds (check_result_reaper_frequency, 10 by default) in no order: two results of one service must not lie there
 * together. Its answer is about the file, never about the service: one that Nagios does not know is answered as well.
 */
public final class Nrdp implements Courier {
  private static final int AT_ONCE = 4;
  /** More than the usual interval of the reaper and the second it may take; who made that shorter may shorten this. */
  private static final Duration GAP = Duration.ofSeconds(15);

  private final Target target;
  private final Ground ground;
  private final Web web;
  private final URI url;

  public Nrdp(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.web = new Web(target, ground);
    this.url = target.link(Param.URL).orElseThrow();
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return PassiveResult.taken(sort, target);
  }

  @Override
  public Duration gap() {
    return target.span(Param.GAP).orElse(GAP);
  }

  @Override
  public int parallel() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    String form;
    try {
      form = "token=" + encoded(ground.secret(target.secret(Param.TOKEN).orElseThrow())) + "&cmd=submitcheck&json="
          + encoded(body(PassiveResult.of(message, target)));
    } catch (Ground.Locked locked) {
      return Delivery.later(locked.reason());
    }
    Answer answer = web.ask("POST", url, Optional.of(form.getBytes(StandardCharsets.UTF_8)),
        Map.of("content-type", "application/x-www-form-urlencoded", "accept", "application/json"));
    return switch (answer) {
      case Answer.Silent silent -> silent.delivery();
      case Answer.Said said -> verdict(said);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String body(PassiveResult result) {
    return Json.write(Map.of("checkresults", List.of(Map.of(
        "checkresult", Map.of("type", "service", "checktype", "1"),
        "hostname", result.host(),
        "servicename", result.service(),
        "state", String.valueOf(result.level().code()),
        "output", result.text()))));
  }

  /** A bad token is answered with HTTP 200, too: what counts is the status in the body. */
  static Delivery verdict(Answer.Said said) {
    if (!said.well()) return Web.verdict(said);
    Optional<JsonNode> result = Json.in(said.body()).map(json -> json.path("result")).filter(JsonNode::isObject);
    if (result.isEmpty()) return Delivery.later("relay.nagios.nrdp.no-answer");
    String message = Plain.line(result.get().path("message").asString(""), 200);
    if (result.get().path("status").asInt(-1) != 0) return Delivery.refused("relay.nagios.nrdp.refused", message);
    String output = Plain.line(result.get().path("meta").path("output").asString(""), 200);
    return output.startsWith("0 ") ? Delivery.refused("relay.nagios.nrdp.nothing") : Delivery.done(output);
  }

  @Override
  public void close() {
    web.close();
  }
}
