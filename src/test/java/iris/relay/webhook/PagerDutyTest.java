package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PagerDutyTest {
  private static final String TAKEN = "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"x\"}";

  private static PagerDuty pager(ScriptedServer server) {
    return new PagerDuty(Hooked.target(Kind.PAGERDUTY, Map.of(Param.TOKEN, new Value.Secret("env:KEY"),
        Param.URL, new Value.Link(server.uri("/v2/enqueue")))), Hooked.ground(Map.of("env:KEY", "R0UTING")));
  }

  private static Reply full(int status, String body) {
    return Reply.full(status, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theEpisodeTriggersAndResolvesOneIncident() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(full(202, TAKEN)); PagerDuty pager = pager(server)) {
      assertInstanceOf(Delivery.Delivered.class, pager.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
      assertInstanceOf(Delivery.Delivered.class, pager.deliver(Samples.recovery(Samples.SIV, Hooked.AT, Hooked.LATER)));
      JsonNode begin = Hooked.json(server.request().body());
      JsonNode end = Hooked.json(server.request().body());
      assertEquals("R0UTING", begin.path("routing_key").asString());
      assertEquals("trigger", begin.path("event_action").asString());
      assertEquals("critical", begin.path("payload").path("severity").asString());
      assertEquals("iris", begin.path("payload").path("source").asString());
      assertEquals("siv", begin.path("payload").path("component").asString());
      assertEquals("outage", begin.path("payload").path("class").asString());
      assertEquals("resolve", end.path("event_action").asString());
      assertEquals(begin.path("dedup_key").asString(), end.path("dedup_key").asString());
    }
  }

  @Test
  void tooManyComesAgainAndABadRequestDoesNot() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(429, "Retry-After: 3"), Reply.status(500),
        full(400, "{\"status\":\"invalid event\",\"errors\":[\"'routing_key' is invalid\"]}")); PagerDuty pager = pager(server)) {
      Message m = Samples.outage(Samples.SIV, Hooked.AT);
      assertEquals(Optional.of(Duration.ofSeconds(3)), assertInstanceOf(Delivery.TryLater.class, pager.deliver(m)).after());
      assertInstanceOf(Delivery.TryLater.class, pager.deliver(m));
      Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, pager.deliver(m));
      assertTrue(refused.why().args().getFirst().contains("routing_key"));
      assertFalse(refused.toString().contains("R0UTING"));
    }
  }

  @Test
  void whatAServerInTroubleDidNotTakeItTakesLaterOnceAndInOrder(@TempDir Path folder) throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(503), Reply.reset(),
        Reply.status(429, "Retry-After: 1"), full(202, TAKEN))) {
      Target target = Hooked.target(Kind.PAGERDUTY, Map.of(Param.TOKEN, new Value.Secret("env:KEY"),
          Param.URL, new Value.Link(server.uri("/"))));
      try (Room room = new Room(folder, target, Hooked.ground(Map.of("env:KEY", "R0UTING")))) {
        room.outage();
        room.recovery();
        Await.until(() -> server.requests().size() >= 5, () -> "told " + server.requests().size() + " times");
        Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> "it waits");
        List<String> actions = server.requests().stream().map(r -> Hooked.json(r.body()).path("event_action").asString()).toList();
        assertEquals(List.of("trigger", "trigger", "trigger", "trigger", "resolve"), actions);
      }
    }
  }

  @Test
  void aHostileSentenceIsASummaryAndNothingElse() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(full(202, TAKEN)); PagerDuty pager = pager(server)) {
      pager.deliver(Hooked.hostile());
      JsonNode event = Hooked.json(server.request().body());
      assertFalse(event.has("x") || event.path("payload").has("x"));
      assertTrue(event.path("payload").path("summary").asString().endsWith("(travaux)"));
    }
  }
}
