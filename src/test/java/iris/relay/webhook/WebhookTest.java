package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.testing.Reply;
import iris.testing.Request;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTest {
  private static Webhook hook(ScriptedServer server, Map<Param, Value> more, Map<String, String> secrets) {
    Map<Param, Value> params = new HashMap<>(more);
    params.put(Param.URL, new Value.Link(server.uri("/in")));
    return new Webhook(Hooked.target(Kind.WEBHOOK, params), Hooked.ground(secrets));
  }

  private static Webhook hook(ScriptedServer server) {
    return hook(server, Map.of(), Map.of());
  }

  @Test
  void anOutageIsACloudEventInStructuredForm() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("")); Webhook hook = hook(server)) {
      Message outage = Samples.outage(Samples.SIV, Hooked.AT);
      assertInstanceOf(Delivery.Delivered.class, hook.deliver(outage));
      Request r = server.request();
      assertEquals("application/cloudevents+json; charset=UTF-8", r.header("content-type").orElseThrow());
      JsonNode event = Hooked.json(r.body());
      assertEquals("1.0", event.path("specversion").asString());
      assertEquals(outage.id(), event.path("id").asString());
      assertEquals("urn:x-iris:iris", event.path("source").asString());
      assertEquals("iris.signal.begin", event.path("type").asString());
      assertEquals("service/siv", event.path("subject").asString());
      assertEquals("2026-11-23T10:00:00Z", event.path("time").asString());
      assertEquals("critical", event.path("data").path("level").asString());
    }
  }

  @Test
  void theSignatureIsOverTheVeryBytesOfTheBody() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok(""));
        Webhook hook = hook(server, Map.of(Param.SIGNING_KEY, new Value.Secret("env:K")), Map.of("env:K", "clé"))) {
      hook.deliver(Hooked.hostile());
      Request r = server.request();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("clé".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(r.body().getBytes(StandardCharsets.UTF_8))),
          r.header("x-iris-signature").orElseThrow());
    }
  }

  @Test
  void aTemplateIsFilledWithValuesThatStayValues() throws Exception {
    String template = "{\"texte\": \"{summary}\", \"nom\": \"{name}\", \"qui\": {\"cle\": \"{key}\"}, \"autre\": \"{unknown}\"}";
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok(""));
        Webhook hook = hook(server, Map.of(Param.BODY, new Value.Text(template)), Map.of())) {
      assertInstanceOf(Delivery.Delivered.class, hook.deliver(Hooked.hostile()));
      JsonNode body = Hooked.json(server.request().body());
      assertEquals(List.of("texte", "nom", "qui", "autre"), List.copyOf(body.propertyNames()));
      assertTrue(body.path("texte").asString().startsWith("\"},\"x\":\"<!channel>"), body::toString);
      assertEquals("siv", body.path("qui").path("cle").asString());
      assertEquals("{unknown}", body.path("autre").asString());
    }
  }

  @Test
  void aTemplateThatIsNoJsonIsRefusedAndNotSent() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok(""));
        Webhook hook = hook(server, Map.of(Param.BODY, new Value.Text("{\"texte\": \"{summary}\"")), Map.of())) {
      Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, hook.deliver(Hooked.hostile()));
      assertEquals("relay.webhook.no-json", refused.why().key());
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void otherFormatsAreEscapedTheirWay() {
    assertEquals(Optional.of("m=%22%7D%2C%22x%22%3A%22%3C%21channel%3E+%40all+%5Bclic%5D%28http%3A%2F%2Fmal.example%29+%24"
        + "%28id%29+Bcc%3A+a%40b"), new Body("application/x-www-form-urlencoded", "m={summary}").of(Hooked.hostile()));
    assertTrue(new Body("application/xml", "<m>{summary}</m>").of(Hooked.hostile()).orElseThrow()
        .startsWith("<m>&quot;},&quot;x&quot;:&quot;&lt;!channel&gt;"));
  }

  @Test
  void headersOfTheConfigurationAreSentAndMayBeSecret() throws Exception {
    Map<Param, Value> params = Map.of(Param.HEADERS, new Value.Lines(List.of("X-Equipe: nuit", "X-Cle: env:CLE")),
        Param.TOKEN, new Value.Secret("env:T"));
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok(""));
        Webhook hook = hook(server, params, Map.of("env:CLE", "s3cret", "env:T", "jeton"))) {
      hook.deliver(Samples.outage(Samples.SIV, Hooked.AT));
      Request r = server.request();
      assertEquals("nuit", r.header("x-equipe").orElseThrow());
      assertEquals("s3cret", r.header("x-cle").orElseThrow());
      assertEquals("Bearer jeton", r.header("authorization").orElseThrow());
    }
  }

  @Test
  void whatTheStatusMeansDecides() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(503, "Retry-After: 7"), Reply.status(404),
        Reply.status(429), Reply.ok("<!DOCTYPE html><title>Portail</title>"), Reply.status(204)); Webhook hook = hook(server)) {
      Message m = Samples.outage(Samples.SIV, Hooked.AT);
      assertEquals(Optional.of(Duration.ofSeconds(7)), assertInstanceOf(Delivery.TryLater.class, hook.deliver(m)).after());
      assertInstanceOf(Delivery.Refused.class, hook.deliver(m));
      assertInstanceOf(Delivery.TryLater.class, hook.deliver(m));
      assertEquals("relay.webhook.page", assertInstanceOf(Delivery.TryLater.class, hook.deliver(m)).why().key());
      assertInstanceOf(Delivery.Delivered.class, hook.deliver(m));
      assertEquals(1, server.requests().stream().map(r -> r.header("idempotency-key").orElseThrow()).distinct().count());
    }
  }

  @Test
  void aTemplateIsForEventsAndACloudEventForAll() {
    try (ScriptedServer server = ScriptedServer.http(); Webhook all = hook(server);
        Webhook some = hook(server, Map.of(Param.BODY, new Value.Text("{}")), Map.of())) {
      for (Message.Sort sort : Message.Sort.values()) {
        assertTrue(all.takes(sort));
        assertEquals(sort.event(), some.takes(sort));
      }
      assertFalse(hook(server, Map.of(Param.STATISTICS, new Value.Flag(false)), Map.of()).takes(Message.Sort.STATISTIC));
    }
  }
}
