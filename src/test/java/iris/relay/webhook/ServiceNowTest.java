package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceNowTest {
  private static final Message OUTAGE = Samples.outage(Samples.SIV, Hooked.AT);
  private static final Message RECOVERY = Samples.recovery(Samples.SIV, Hooked.AT, Hooked.LATER);

  private static ServiceNow desk(ScriptedServer server) {
    Mapping mapping = new Mapping("iris", Optional.empty(), Map.of(), Map.of("assignment_group", "nuit"), Optional.empty());
    return new ServiceNow(Hooked.target(Kind.SERVICENOW, Map.of(Param.URL, new Value.Link(server.uri("")),
        Param.USER, new Value.Text("iris"), Param.PASSWORD, new Value.Secret("env:P")), mapping),
        Hooked.ground(Map.of("env:P", "mdp")));
  }

  @Test
  void oneRecordAnEpisodeHoweverOftenItIsTold() throws Exception {
    Table table = new Table();
    try (ScriptedServer server = ScriptedServer.http().then(table); ServiceNow desk = desk(server)) {
      assertEquals(Delivery.done("INC001"), desk.deliver(OUTAGE));
      assertEquals(Delivery.done("INC001"), desk.deliver(OUTAGE));
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(Hooked.worse(OUTAGE, Level.CRITICAL)));
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(RECOVERY));
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(RECOVERY));
      assertEquals(List.of("GET", "POST", "GET", "GET", "PATCH", "GET", "PATCH", "GET"),
          server.requests().stream().map(r -> r.method()).toList());
      JsonNode record = table.only();
      assertEquals("6", record.path("state").asString());
      assertEquals("siv|OUTAGE@6012345", record.path("correlation_id").asString());
      assertEquals("1", record.path("urgency").asString());
      assertEquals("nuit", record.path("assignment_group").asString());
      assertEquals("SIV : retour à la normale", record.path("close_notes").asString());
      assertTrue(server.requests().getFirst().target()
          .startsWith("/api/now/table/incident?sysparm_query=correlation_id%3Dsiv%7COUTAGE%406012345&"));
    }
  }

  @Test
  void anAnswerThatWasLostMakesNoSecondRecord() throws Exception {
    Table table = new Table();
    try (ScriptedServer server = ScriptedServer.http().then(table); ServiceNow desk = desk(server)) {
      table.forgetToAnswer();
      assertInstanceOf(Delivery.TryLater.class, desk.deliver(OUTAGE));
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(OUTAGE));
      table.only();
    }
  }

  @Test
  void theEndOfWhatWasNeverWrittenMakesNoRecord() throws Exception {
    Table table = new Table();
    try (ScriptedServer server = ScriptedServer.http().then(table); ServiceNow desk = desk(server)) {
      assertEquals(Delivery.done(), desk.deliver(RECOVERY));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void whatAPersonClosedStaysClosed() throws Exception {
    Table table = new Table();
    try (ScriptedServer server = ScriptedServer.http().then(table); ServiceNow desk = desk(server)) {
      desk.deliver(OUTAGE);
      table.close("7");
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(Hooked.worse(OUTAGE, Level.CRITICAL)));
      assertInstanceOf(Delivery.Delivered.class, desk.deliver(RECOVERY));
      assertEquals("7", table.only().path("state").asString());
    }
  }

  @Test
  void aSleepingInstanceIsNoTable() throws Exception {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.ok("<html>Your instance is hibernating</html>"),
        Reply.status(401)); ServiceNow desk = desk(server)) {
      assertInstanceOf(Delivery.TryLater.class, desk.deliver(OUTAGE));
      assertInstanceOf(Delivery.Refused.class, desk.deliver(OUTAGE));
    }
  }

  @Test
  void anEpisodeThatAQueryWouldMisreadGoesByItsDigest() {
    Message odd = new Message("x", "siv^ORstate=1|OUTAGE@1", Samples.SIV, Hooked.AT, Message.Sort.BEGIN, OUTAGE.alarm(),
        Level.CRITICAL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "s", Optional.empty(),
        Optional.empty());
    assertTrue(TicketFields.correlation(odd).matches("iris-[0-9a-f]{64}"));
  }
}
