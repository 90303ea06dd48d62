package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.Script;
import iris.relay.real.TestGround;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** NRDP is not in Debian: a server that answers as version 2.0.6 was seen to. */
class NrdpTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:20Z");
  private static final Map<String, String> SECRETS = Map.of("env:TOKEN", "tok&123");

  private static Delivery brought(Script server, String secret, Mapping mapping, Message message)
      throws InterruptedException {
    Target target = new Target("nrdp", Kind.NRDP, Map.of(Param.URL, new Value.Link(server.at("/nrdp/")),
        Param.TOKEN, new Value.Secret(secret)), mapping);
    try (Nrdp courier = new Nrdp(target, new TestGround(Path.of("."), SECRETS, InstantSource.fixed(AT)))) {
      return courier.deliver(message);
    }
  }

  @Test
  void aResultIsPostedAsTheFormThatNrdpReads() throws IOException, InterruptedException {
    String answer = "{\"result\":{\"status\":0,\"message\":\"OK\",\"meta\":{\"output\":\"1 checks processed\"}}}";
    try (Script server = new Script(_ -> new Script.Says(200, answer))) {
      Delivery is = brought(server, "env:TOKEN", Mapping.USUAL, Samples.statistic(Samples.SIV, AT));
      assertEquals(Delivery.done("1 checks processed"), is);
      Script.Asked asked = server.asked.getFirst();
      assertEquals("POST /nrdp/", asked.method() + " " + asked.path());
      assertTrue(asked.body().startsWith("token=tok%26123&cmd=submitcheck&json="), asked.body());
      JsonNode result = result(asked);
      assertEquals("service", result.path("checkresult").path("type").asString());
      assertEquals("iris siv 0", result.path("hostname").asString() + " " + result.path("servicename").asString() + " "
          + result.path("state").asString());
      assertTrue(result.path("output").asString().startsWith("OK - SIV : 117 sur 120 transactions|transactions=120;;;0 "),
          result.toString());
    }
  }

  private static JsonNode result(Script.Asked asked) {
    String json = URLDecoder.decode(asked.body().substring(asked.body().indexOf("&json=") + 6), StandardCharsets.UTF_8);
    JsonNode results = Json.in(json).orElseThrow().path("checkresults");
    assertEquals(1, results.size());
    return results.get(0);
  }

  /** In a file of Nagios a line break in a name would begin a field of its own: return_code=0. */
  @Test
  void aNameWithALineBreakWritesNoLineOfItsOwn() throws IOException, InterruptedException {
    Mapping named = new Mapping("iris\nreturn_code=0", Optional.of("siv\r\nreturn_code=0"), Map.of(), Map.of(),
        Optional.empty());
    try (Script server = new Script(_ -> new Script.Says(200, "{\"result\":{\"status\":0}}"))) {
      brought(server, "env:TOKEN", named, Samples.outage(Samples.SIV, AT));
      JsonNode result = result(server.asked.getFirst());
      assertEquals("siv return_code 0", result.path("servicename").asString());
      assertEquals("iris return_code 0", result.path("hostname").asString());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "200 @ {\"result\":{\"status\":-1,\"message\":\"BAD TOKEN\"}} @ Refused relay.nagios.nrdp.refused",
      "200 @ {\"result\":{\"status\":0,\"meta\":{\"output\":\"0 checks processed\"}}} @ Refused relay.nagios.nrdp.nothing",
      "200 @ <html>It works!</html> @ TryLater relay.nagios.nrdp.no-answer",
      "200 @ {\"result\":{}} @ Refused relay.nagios.nrdp.refused",
      "500 @ {} @ TryLater relay.web.status",
      "404 @ nothing @ Refused relay.web.status",
      "200 @ Warning: x in y {\"result\":{\"status\":0,\"message\":\"OK\"}} @ Delivered"})
  void theBodyTellsAndNotTheStatus(int status, String body, String expected) throws IOException, InterruptedException {
    try (Script server = new Script(_ -> new Script.Says(status, body))) {
      Delivery is = brought(server, "env:TOKEN", Mapping.USUAL, Samples.outage(Samples.SIV, AT));
      assertEquals(expected, switch (is) {
        case Delivery.Refused refused -> "Refused " + refused.why().key();
        case Delivery.TryLater later -> "TryLater " + later.why().key();
        default -> is.getClass().getSimpleName();
      });
    }
  }

  @Test
  void aTokenThatCannotBeReadIsWaitedFor() throws IOException, InterruptedException {
    try (Script server = new Script(_ -> new Script.Says(200, "{}"))) {
      Delivery is = brought(server, "env:NONE", Mapping.USUAL, Samples.outage(Samples.SIV, AT));
      assertInstanceOf(Delivery.TryLater.class, is);
      assertTrue(server.asked.isEmpty());
    }
  }

  @Test
  void twoResultsOfAServiceAreFurtherApartThanTheReaperLooks() throws InterruptedException {
    Target target = new Target("nrdp", Kind.NRDP, Map.of(Param.URL, new Value.Link(java.net.URI.create("http://127.0.0.1/")),
        Param.TOKEN, new Value.Secret("env:TOKEN")), Mapping.USUAL);
    try (Nrdp courier = new Nrdp(target, new TestGround(Path.of("."), SECRETS, InstantSource.fixed(AT)))) {
      assertTrue(courier.gap().compareTo(Duration.ofSeconds(10)) > 0);
    }
  }
}
