package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ChatTest {
  private static final Map<Param, Value> TOKEN = Map.of(Param.TOKEN, new Value.Secret("env:HOOK"));
  private static final String PATH = "/services/T0/B0/xyzSECRETxyz";

  private static Map<String, String> at(ScriptedServer server) {
    return Map.of("env:HOOK", server.uri(PATH) + "\n");
  }

  @Test
  void anOutageAndItsEndAreTwoSentencesInAChat() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("ok"));
        Slack slack = new Slack(Hooked.target(Kind.SLACK, TOKEN), Hooked.ground(at(server)))) {
      assertInstanceOf(Delivery.Delivered.class, slack.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
      assertInstanceOf(Delivery.Delivered.class, slack.deliver(Samples.recovery(Samples.SIV, Hooked.AT, Hooked.LATER)));
      assertEquals(PATH, server.request().target());
      assertEquals("⛔ SIV : indisponible, origine service externe",
          Hooked.json(server.requests().getFirst().body()).path("text").asString());
      assertEquals("✅ SIV : retour à la normale",
          Hooked.json(server.requests().getLast().body()).path("text").asString());
    }
  }

  @Test
  void aFeedCallsNobodyShowsNothingAndLinksNowhere() throws Exception {
    Mapping mapping = new Mapping("iris", Optional.empty(), Map.of(), Map.of("channel", "nuit"), Optional.empty());
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("ok"));
        Slack slack = new Slack(Hooked.target(Kind.SLACK, TOKEN, mapping), Hooked.ground(at(server)))) {
      slack.deliver(Hooked.hostile());
      JsonNode body = Hooked.json(server.request().body());
      String text = body.path("text").asString();
      for (String live : new String[] {"<!channel>", "@all", "](", "http://", "\n"}) assertFalse(text.contains(live), text);
      assertTrue(text.contains("&lt;!channel&gt;"), text);
      assertTrue(text.endsWith("(travaux)"), text);
      assertEquals("nuit", body.path("channel").asString());
    }
  }

  @Test
  void aCardHoldsTheSentenceInTextThatKnowsNoMarkdown() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(202));
        Teams teams = new Teams(Hooked.target(Kind.TEAMS, TOKEN), Hooked.ground(at(server)))) {
      assertInstanceOf(Delivery.Delivered.class, teams.deliver(Hooked.hostile()));
      JsonNode attachment = Hooked.json(server.request().body()).path("attachments").path(0);
      assertEquals("application/vnd.microsoft.card.adaptive", attachment.path("contentType").asString());
      JsonNode block = attachment.path("content").path("body").path(0);
      assertEquals("RichTextBlock", block.path("type").asString());
      assertEquals("Attention", block.path("color").asString("Attention"));
      assertTrue(block.path("inlines").path(0).path("text").asString().startsWith("⛔ \"},\"x\""));
    }
  }

  @Test
  void anOldConnectorThatFailedSaysSoWithStatus200() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("Webhook message delivery failed with error: Microsoft "
        + "Teams endpoint returned HTTP error 429 with ContextId tcid=0"), Reply.ok("1"));
        Teams teams = new Teams(Hooked.target(Kind.TEAMS, TOKEN), Hooked.ground(at(server)))) {
      assertInstanceOf(Delivery.TryLater.class, teams.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
      assertInstanceOf(Delivery.Delivered.class, teams.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
    }
  }

  @Test
  void aChatThatIsBusySaysWhenToComeAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(429, "Retry-After: 30"), Reply.status(410));
        Slack slack = new Slack(Hooked.target(Kind.SLACK, TOKEN), Hooked.ground(at(server)))) {
      assertEquals(Optional.of(Duration.ofSeconds(30)), assertInstanceOf(Delivery.TryLater.class,
          slack.deliver(Samples.outage(Samples.SIV, Hooked.AT))).after());
      assertInstanceOf(Delivery.Refused.class, slack.deliver(Samples.outage(Samples.SIV, Hooked.AT)));
    }
  }

  @Test
  void theAddressIsASecretAndStandsInNoReason() throws Exception {
    for (String written : new String[] {"https://hooks.example/xyz SECRET\u0001", "http:///xyzSECRET", "xyzSECRET",
        "http://127.0.0.1:1/xyzSECRET", "https://localhost.invalid/xyzSECRET", "http://127.0.0.1:99999/xyzSECRET"}) {
      for (Kind kind : new Kind[] {Kind.SLACK, Kind.TEAMS}) {
        Target target = Hooked.target(kind, TOKEN);
        try (Courier courier = kind == Kind.SLACK
            ? new Slack(target, Hooked.ground(Map.of("env:HOOK", written)))
            : new Teams(target, Hooked.ground(Map.of("env:HOOK", written)))) {
          Delivery delivery = courier.deliver(Samples.outage(Samples.SIV, Hooked.AT));
          assertFalse(delivery instanceof Delivery.Delivered, written);
          assertFalse(delivery.toString().contains("SECRET"), delivery::toString);
        }
      }
    }
  }

  @Test
  void neitherTheOutboxNorADeadLetterNorWhatTheConsoleIsToldKnowsTheAddress(@TempDir Path folder) throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.status(404));
        Room room = new Room(folder, Hooked.target(Kind.SLACK, TOKEN), Hooked.ground(at(server)))) {
      room.outage();
      Await.until(() -> room.relay().outbox().dead("cible").size() == 1, () -> "no dead letter");
      Await.until(() -> room.relay().standing().getFirst().dead() == 1, () -> "not counted");
      assertFalse(room.relay().outbox().dead("cible").toString().contains("SECRET"));
      assertFalse(room.relay().standing().toString().contains("SECRET"));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList())
          assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("SECRET"), file::toString);
      }
    }
  }
}
