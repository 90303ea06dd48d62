package iris.relay.alertmanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import iris.testing.Reply;
import iris.testing.Request;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertmanagerTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final String SAME = "Date: Mon, 23 Nov 2026 10:00:00 GMT";
  private static final Message OUTAGE = Samples.outage(Samples.SIV, AT);

  @TempDir Path folder;

  private Alertmanager courier(ScriptedServer server) {
    Mapping mapping = new Mapping("iris", Optional.empty(), Map.of(Level.CRITICAL, "page"), Map.of("team-name", "nuit"),
        Optional.empty());
    return new Alertmanager(new Target("am", Kind.ALERTMANAGER, Map.of(Param.URL, new Value.Link(server.uri("/am/")),
        Param.TOKEN, new Value.Secret("env:T")), mapping),
        new TestGround(folder, Map.of("env:T", "jeton"), InstantSource.fixed(AT)));
  }

  private static JsonNode alert(Request r) {
    return new JsonMapper().readTree(r.body()).path(0);
  }

  @Test
  void anAlertStandsForFourTimesAsLongAsItTakesToTellItAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", SAME)); Alertmanager courier = courier(server)) {
      assertInstanceOf(Delivery.Delivered.class, courier.deliver(OUTAGE));
      Request r = server.request();
      assertEquals("/am/api/v2/alerts", r.target());
      assertEquals("Bearer jeton", r.header("authorization").orElseThrow());
      assertEquals("2026-11-23T10:00:00Z", alert(r).path("startsAt").asString());
      assertEquals("2026-11-23T10:04:00Z", alert(r).path("endsAt").asString());
      assertEquals("page", alert(r).path("labels").path("severity").asString());
      assertEquals("nuit", alert(r).path("labels").path("team_name").asString());
      assertEquals("external", alert(r).path("annotations").path("origin").asString());
    }
  }

  @Test
  void aServerWhoseClockIsAheadIsToldByItsOwnClock() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", "Date: Mon, 23 Nov 2026 10:10:00 GMT"));
        Alertmanager courier = courier(server)) {
      assertInstanceOf(Delivery.Delivered.class, courier.deliver(OUTAGE));
      assertEquals("2026-11-23T10:04:00Z", alert(server.request()).path("endsAt").asString());
      assertEquals("2026-11-23T10:14:00Z", alert(server.request()).path("endsAt").asString());
      courier.deliver(Samples.recovery(Samples.SIV, AT, AT));
      assertEquals("2026-11-23T10:10:00Z", alert(server.request()).path("endsAt").asString());
      assertEquals(3, server.requests().size());
    }
  }

  @Test
  void whatStandsIsKnownAfterARestartOfIris() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", SAME))) {
      try (Alertmanager before = courier(server)) {
        before.deliver(OUTAGE);
      }
      try (Alertmanager after = courier(server)) {
        after.deliver(Samples.state(Samples.SIV, Level.UNKNOWN, AT.plusSeconds(60)));
      }
      assertEquals(alert(server.request()).path("labels"), alert(server.request()).path("labels"));
    }
  }

  @Test
  void aMemoryThatIsSpoiltIsNoReasonNotToStart() throws Exception {
    Files.writeString(folder.resolve("alertmanager-am.json"), "[{\"signal\":7}, nul");
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", SAME)); Alertmanager courier = courier(server)) {
      assertInstanceOf(Delivery.Delivered.class, courier.deliver(OUTAGE));
    }
    assertTrue(Files.readString(folder.resolve("alertmanager-am.json")).contains("IrisOutage"));
  }

  @Test
  void aBadRequestIsRefusedWithWhatTheServerSaysAndIsNotTakenForStanding() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(
        Reply.full(400, "\"bad label\"".getBytes(StandardCharsets.UTF_8), SAME), Reply.status(503, SAME), Reply.ok("", SAME));
        Alertmanager courier = courier(server)) {
      assertEquals("\"bad label\"",
          assertInstanceOf(Delivery.Refused.class, courier.deliver(OUTAGE)).why().args().getFirst());
      assertInstanceOf(Delivery.TryLater.class, courier.deliver(OUTAGE));
      assertFalse(Files.exists(folder.resolve("alertmanager-am.json")));
      assertInstanceOf(Delivery.Delivered.class, courier.deliver(OUTAGE));
    }
  }

  @Test
  void theEndOfTheCourierTellsNothing() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", SAME))) {
      try (Alertmanager courier = courier(server)) {
        courier.deliver(OUTAGE);
      }
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void hostileTextIsAnAnnotationOnOneLine() throws Exception {
    Message hostile = new Message(OUTAGE.id(), OUTAGE.episode(), OUTAGE.signal(), AT, OUTAGE.sort(), OUTAGE.alarm(),
        Level.CRITICAL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        "\"}],\n{{ .Labels }} \u202e", Optional.empty(), Optional.empty());
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("", SAME)); Alertmanager courier = courier(server)) {
      courier.deliver(hostile);
      assertEquals("\"}], {{ .Labels }}", alert(server.request()).path("annotations").path("summary").asString());
    }
  }
}
