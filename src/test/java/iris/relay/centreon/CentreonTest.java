package iris.relay.centreon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.Script;
import iris.relay.real.TestGround;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Centreon is not in Debian: a server that answers as the project's documentation of its API says (version 2). */
class CentreonTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:20Z");
  private static final String API = "/centreon/api/latest";

  /** One service, "siv" of host "iris", whose number and token change when the test says so. */
  private static final class Room {
    private String token = "token-1";
    private long number = 26;
    private int state = 4;
    private String output = "";
    private boolean allowed = true;

    Script.Says answer(Script.Asked asked) {
      String path = asked.path();
      if (path.equals(API + "/login")) return login(asked);
      if (!asked.header("x-auth-token").equals(token)) return new Script.Says(401, "{\"code\":401,\"message\":\"Authentication failed\"}");
      if (path.startsWith(API + "/monitoring/services?")) return list(URLDecoder.decode(path, StandardCharsets.UTF_8));
      if (path.equals(API + "/monitoring/resources/submit")) return submit(asked);
      return new Script.Says(404, "{\"code\":404,\"message\":\"No route found\"}");
    }

    private Script.Says login(Script.Asked asked) {
      JsonNode is = Sight.read(asked.body()).orElseThrow().path("security").path("credentials");
      boolean right = is.path("login").asString("").equals("iris") && is.path("password").asString("").equals("secret");
      return right ? new Script.Says(200, "{\"contact\":{\"id\":17,\"name\":\"IRIS\"},\"security\":{\"token\":\"" + token + "\"}}")
          : new Script.Says(401, "{\"code\":401,\"message\":\"Authentication failed\"}");
    }

    private Script.Says list(String path) {
      JsonNode search = Sight.read(path.substring(path.indexOf("&search=") + 8)).orElseThrow().path("$and");
      String host = search.get(0).path("host.name").path("$eq").asString("");
      String service = search.get(1).path("service.description").path("$eq").asString("");
      String found = host.equals("iris") && service.equals("siv")
          ? """
          {"id":%d,"description":"siv","display_name":"siv","state":%d,"output":"%s",
           "status":{"code":%d,"name":"X","severity_code":5},"host":{"id":14,"name":"iris","state":0}}
          """.formatted(number, state, output, state) : "";
      return new Script.Says(200, "{\"result\":[" + found + "],\"meta\":{\"page\":1,\"limit\":10,\"total\":1}}");
    }

    private Script.Says submit(Script.Asked asked) {
      if (!allowed) return new Script.Says(403, "{\"code\":403,\"message\":\"You are not authorized\"}");
      JsonNode resource = Sight.read(asked.body()).orElseThrow().path("resources").get(0);
      boolean its = resource.path("id").asLong() == number && resource.path("parent").path("id").asLong() == 14
          && resource.path("type").asString().equals("service");
      if (!its) return new Script.Says(404, "{\"code\":404,\"message\":\"Service not found\"}");
      state = resource.path("status").asInt();
      output = resource.path("output").asString();
      return new Script.Says(204, "");
    }
  }

  private final Room room = new Room();

  private static Centreon courier(Script server, String secret) {
    Target target = new Target("centreon", Kind.CENTREON, Map.of(Param.URL, new Value.Link(server.at("/centreon/")),
        Param.USER, new Value.Text("iris"), Param.PASSWORD, new Value.Secret(secret)), Mapping.USUAL);
    return new Centreon(target, new TestGround(Path.of("."), Map.of("env:PASSWORD", "secret", "env:WRONG", "wrong"),
        InstantSource.fixed(AT)));
  }

  private static List<String> paths(Script server) {
    return server.asked.stream().map(a -> a.method() + " " + a.path().replaceFirst("\\?.*", "")).toList();
  }

  @Test
  void anOutageAndItsEndAreSubmittedAndReadBack() throws IOException, InterruptedException {
    try (Script server = new Script(room::answer); Centreon courier = courier(server, "env:PASSWORD")) {
      assertEquals(Delivery.done(), courier.deliver(Samples.outage(Samples.SIV, AT)));
      assertEquals(new Seen.Holds(Level.CRITICAL, "CRITICAL - SIV : indisponible, origine service externe"),
          courier.seen(Samples.SIV).orElseThrow());
      assertEquals(Delivery.done(), courier.deliver(Samples.recovery(Samples.SIV, AT, AT.plusSeconds(60))));
      assertEquals(new Seen.Holds(Level.OK, "OK - SIV : retour à la normale"), courier.seen(Samples.SIV).orElseThrow());
      assertEquals(List.of("POST " + API + "/login", "GET " + API + "/monitoring/services",
          "POST " + API + "/monitoring/resources/submit", "GET " + API + "/monitoring/services",
          "POST " + API + "/monitoring/resources/submit", "GET " + API + "/monitoring/services"), paths(server));
    }
  }

  @Test
  void figuresGoInAFieldOfTheirOwn() throws IOException, InterruptedException {
    try (Script server = new Script(room::answer); Centreon courier = courier(server, "env:PASSWORD")) {
      courier.deliver(Samples.statistic(Samples.SIV, AT));
      JsonNode resource = Sight.read(server.asked.getLast().body()).orElseThrow().path("resources").get(0);
      assertEquals("OK - SIV : 117 sur 120 transactions", resource.path("output").asString());
      assertEquals("transactions=120;;;0", resource.path("performance_data").asString().split(" ")[0]);
    }
  }

  @Test
  void aTokenThatExpiredIsRenewedAndNothingIsLost() throws IOException, InterruptedException {
    try (Script server = new Script(room::answer); Centreon courier = courier(server, "env:PASSWORD")) {
      courier.deliver(Samples.outage(Samples.SIV, AT));
      room.token = "token-2";
      assertEquals(Delivery.done(), courier.deliver(Samples.recovery(Samples.SIV, AT, AT.plusSeconds(60))));
      assertEquals(0, room.state);
    }
  }

  @Test
  void aServiceMadeAnewIsLookedUpAgain() throws IOException, InterruptedException {
    try (Script server = new Script(room::answer); Centreon courier = courier(server, "env:PASSWORD")) {
      courier.deliver(Samples.outage(Samples.SIV, AT));
      room.number = 27;
      assertEquals(Delivery.done(), courier.deliver(Samples.recovery(Samples.SIV, AT, AT.plusSeconds(60))));
      assertEquals(0, room.state);
    }
  }

  @Test
  void whatCentreonDoesNotWatchIsRefusedByName() throws IOException, InterruptedException {
    Signal stranger = new Signal(Signal.Kind.SERVICE, "stranger", "Stranger");
    try (Script server = new Script(room::answer); Centreon courier = courier(server, "env:PASSWORD")) {
      Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, courier.deliver(Samples.outage(stranger, AT)));
      assertEquals("relay.centreon.no-service", refused.why().key());
      assertEquals(List.of("stranger", "iris"), refused.why().args());
      assertInstanceOf(Seen.Nothing.class, courier.seen(stranger).orElseThrow());
    }
  }

  @Test
  void aWrongPasswordAndAMissingRightAreToldApart() throws IOException, InterruptedException {
    room.allowed = false;
    try (Script server = new Script(room::answer); Centreon wrong = courier(server, "env:WRONG");
        Centreon weak = courier(server, "env:PASSWORD")) {
      Delivery refused = wrong.deliver(Samples.outage(Samples.SIV, AT));
      assertEquals("relay.centreon.login", assertInstanceOf(Delivery.Refused.class, refused).why().key());
      assertInstanceOf(Seen.Unasked.class, wrong.seen(Samples.SIV).orElseThrow());
      refused = weak.deliver(Samples.outage(Samples.SIV, AT));
      assertEquals("relay.centreon.forbidden", assertInstanceOf(Delivery.Refused.class, refused).why().key());
    }
  }

  @Test
  void aServerInTroubleIsTriedAgainLater() throws IOException, InterruptedException {
    try (Script server = new Script(_ -> new Script.Says(503, "")); Centreon courier = courier(server, "env:PASSWORD")) {
      assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.outage(Samples.SIV, AT)));
    }
    try (Script server = new Script(_ -> new Script.Says(200, "<html>")); Centreon courier = courier(server, "env:PASSWORD")) {
      Delivery is = courier.deliver(Samples.outage(Samples.SIV, AT));
      assertEquals("relay.centreon.odd", assertInstanceOf(Delivery.TryLater.class, is).why().key());
    }
  }
}
