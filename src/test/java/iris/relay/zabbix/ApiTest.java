package iris.relay.zabbix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
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
import iris.relay.real.TestGround;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** history.push against a server that answers as a Zabbix 7.0.22 did; there is none among Debian 12's packages. */
class ApiTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String UNKNOWN =
      "{\"error\":\"No permissions to referred object or it does not exist!\"}";

  @TempDir private Path folder;
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private Instant now = NOON;
  private HttpServer server;
  private Function<JsonNode, String> answers;
  private Zabbix courier;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/zabbix/api_jsonrpc.php", exchange -> {
      JsonNode request = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
      asked.add(request);
      headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] body = answers.apply(request).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    Map<Param, Value> params = Map.of(
        Param.URL, new Value.Link(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zabbix/")),
        Param.TOKEN, new Value.Secret("env:T"), Param.TIMEOUT, new Value.Span(Duration.ofSeconds(60)));
    InstantSource clock = () -> now;
    courier = new Zabbix(new Target("seven", Kind.ZABBIX_API, params, Mapping.USUAL),
        new TestGround(folder, Map.of("env:T", "abc"), clock));
  }

  @AfterEach
  void stop() {
    courier.close();
    server.stop(0);
  }

  /** Answers each value by its slot. */
  private static String slots(JsonNode request, Function<String, String> slot) {
    StringBuilder data = new StringBuilder();
    for (JsonNode value : request.path("params"))
      data.append(data.isEmpty() ? "" : ",").append(slot.apply(value.path("key").asString()));
    return "{\"jsonrpc\":\"2.0\",\"result\":{\"response\":\"success\",\"data\":[" + data + "]},\"id\":1}";
  }

  private static String error(int code, String data) {
    return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":%d,\"message\":\"Oh.\",\"data\":\"%s\"},\"id\":1}".formatted(code,
        data);
  }

  private static String key(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Refused(var why) -> why.key();
      case Delivery.TryLater(var _, var why) -> "later " + why.key();
      default -> delivery.toString();
    };
  }

  @Test
  void anOutageIsPushedWithTheTokenTheTimeAndTheLevel() throws Exception {
    answers = request -> slots(request, _ -> "{\"itemid\":50672}");
    assertEquals(Delivery.done(), courier.deliver(Samples.outage(Samples.SIV, NOON)));
    JsonNode value = asked.getFirst().path("params").path(0);
    assertEquals("history.push", asked.getFirst().path("method").asString());
    assertEquals("{\"host\":\"iris\",\"key\":\"iris.level[siv]\",\"value\":\"2\",\"clock\":" + NOON.getEpochSecond()
        + ",\"ns\":0}", value.toString());
    assertEquals("Bearer abc", headers.getFirst());
  }

  @Test
  void eachSlotIsLookedAtSinceTheWholeIsAlwaysASuccess() throws Exception {
    answers = request -> slots(request, key -> key.equals("iris.level[siv]") ? UNKNOWN : "{\"itemid\":1}");
    assertEquals("relay.zabbix.unknown", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
    answers = request -> slots(request, key -> key.equals("iris.text[siv]") ? UNKNOWN : "{\"itemid\":1}");
    assertEquals(Delivery.done("-iris.text[siv]"), courier.deliver(Samples.outage(Samples.SIV, NOON)));
  }

  @Test
  void whatWasDiscoveredIsWaitedForThreeMinutesAndToldAgainMeanwhile() throws Exception {
    answers = request -> slots(request, key -> key.equals("iris.signals") ? "{\"itemid\":1}" : UNKNOWN);
    assertInstanceOf(Delivery.Delivered.class, courier.introduce(List.of(Signal.IRIS, Samples.SIV)));
    assertEquals("[{\"{#SIG}\":\"siv\",\"{#NAME}\":\"SIV\"}]",
        asked.getFirst().path("params").path(0).path("value").asString());
    assertEquals("later relay.zabbix.soon", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
    now = NOON.plusSeconds(90);
    assertEquals("later relay.zabbix.soon", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
    assertEquals(2, asked.stream().filter(r -> r.toString().contains("iris.signals")).count());
    now = NOON.plusSeconds(181);
    assertEquals("relay.zabbix.unknown", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
    assertEquals("relay.zabbix.unknown", key(courier.deliver(Samples.heartbeat(NOON))));
  }

  @Test
  void signalsAreToldAgainTwiceADaySinceZabbixThrowsAwayWhatIsNotDiscoveredAnyMore() throws Exception {
    answers = request -> slots(request, _ -> "{\"itemid\":1}");
    courier.introduce(List.of(Samples.SIV));
    now = NOON.plusSeconds(11 * 3600);
    courier.deliver(Samples.heartbeat(now));
    assertEquals(1, asked.stream().filter(r -> r.toString().contains("iris.signals")).count());
    now = NOON.plusSeconds(13 * 3600);
    courier.deliver(Samples.heartbeat(now));
    courier.deliver(Samples.state(Samples.SIV, Level.OK, now));
    assertEquals(2, asked.stream().filter(r -> r.toString().contains("iris.signals")).count());
  }

  @Test
  void aTemplateThatIsImportedLaterIsFoundWithoutARestart() throws Exception {
    answers = request -> slots(request, _ -> UNKNOWN);
    assertEquals("relay.zabbix.discovery", key(courier.introduce(List.of(Samples.SIV))));
    assertEquals("relay.zabbix.discovery", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
    answers = request -> slots(request, key -> key.equals("iris.signals") ? "{\"itemid\":1}" : UNKNOWN);
    assertEquals("later relay.zabbix.soon", key(courier.deliver(Samples.outage(Samples.SIV, NOON))));
  }

  @Test
  void whatTheApiDoesNotLetUsDoIsSaidWithTheWayOut() throws Exception {
    answers = _ -> error(-32602, "Session terminated, re-login, please.");
    assertEquals("relay.zabbix.token", key(courier.deliver(Samples.heartbeat(NOON))));
    answers = _ -> error(-32500, "No permissions to call \\\"history.push\\\".");
    assertEquals("relay.zabbix.permission", key(courier.deliver(Samples.heartbeat(NOON))));
    answers = _ -> error(-32600, "Invalid parameter.");
    assertEquals("relay.zabbix.said", key(courier.deliver(Samples.heartbeat(NOON))));
    answers = _ -> error(-32500, "Connection to Zabbix server failed.");
    assertEquals("later relay.zabbix.trouble", key(courier.deliver(Samples.heartbeat(NOON))));
    answers = _ -> "<html>maintenance</html>";
    assertEquals("later relay.zabbix.odd", key(courier.deliver(Samples.heartbeat(NOON))));
  }

  @Test
  void whatIsHeldIsReadBackWhereTheTokenMay() throws Exception {
    String level = "{\"key_\":\"iris.level[siv]\",\"lastvalue\":\"2\",\"lastclock\":\"%s\"}";
    String text = "{\"key_\":\"iris.text[siv]\",\"lastvalue\":\"aus\",\"lastclock\":\"9\"}";
    answers = _ -> "{\"jsonrpc\":\"2.0\",\"result\":[" + text + "," + level.formatted("9") + "],\"id\":1}";
    assertEquals(Optional.of(new Seen.Holds(Level.CRITICAL, "aus")), courier.seen(Samples.SIV));
    answers = _ -> "{\"jsonrpc\":\"2.0\",\"result\":[" + level.formatted("0").replace("\"2\"", "\"0\"") + "],\"id\":1}";
    assertEquals(Optional.of(new Seen.Holds(Level.UNKNOWN, "")), courier.seen(Samples.SIV));
    answers = _ -> "{\"jsonrpc\":\"2.0\",\"result\":[],\"id\":1}";
    assertInstanceOf(Seen.Nothing.class, courier.seen(Samples.SIV).orElseThrow());
    answers = _ -> error(-32500, "No permissions to call \\\"item.get\\\".");
    assertTrue(courier.seen(Samples.SIV).isEmpty());
  }
}
