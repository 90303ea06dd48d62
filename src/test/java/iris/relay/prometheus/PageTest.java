package iris.relay.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import iris.relay.web.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final TestGround GROUND =
      new TestGround(Path.of("."), Map.of("env:T", "jeton", "env:P", "mot:de passe"), InstantSource.fixed(AT));
  /** What Prometheus 2.42 sends. */
  private static final String SCRAPER = "application/openmetrics-text;version=1.0.0,"
      + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private static Prometheus courier(String listen, Map<Param, Value> more) {
    Map<Param, Value> params = new HashMap<>(more);
    params.put(Param.LISTEN, new Value.Text(listen));
    return new Prometheus(new Target("prom", Kind.PROMETHEUS, params, Mapping.USUAL), GROUND);
  }

  private static HttpResponse<String> get(Prometheus courier, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + courier.port() + path));
    if (headers.length > 0) request.headers(headers);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aScraperGetsOpenMetricsAndABrowserText() throws Exception {
    try (Prometheus courier = courier("127.0.0.1:0", Map.of())) {
      courier.deliver(Samples.outage(Samples.SIV, AT));
      HttpResponse<String> open = get(courier, "/metrics", "Accept", SCRAPER);
      assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8",
          open.headers().firstValue("content-type").orElseThrow());
      assertTrue(open.body().endsWith("# EOF\n"));
      HttpResponse<String> text = get(courier, "/metrics", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
      assertEquals("text/plain; version=0.0.4; charset=utf-8", text.headers().firstValue("content-type").orElseThrow());
      assertTrue(text.body().contains("iris_signal_severity{signal=\"siv\",kind=\"service\"} 2"));
      assertEquals(404, get(courier, "/").statusCode());
    }
  }

  @Test
  void throughTheRelayThePageShowsWhatTheBoardDecided(@TempDir Path folder) throws Exception {
    int port = Daemon.port();
    Target target = new Target("prom", Kind.PROMETHEUS, Map.of(Param.LISTEN, new Value.Text("127.0.0.1:" + port),
        Param.RESEND, new Value.Span(Duration.ofSeconds(1))), Mapping.USUAL);
    TestGround ground = new TestGround(folder, Map.of(), InstantSource.system());
    try (Room room = new Room(folder, target, ground); HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
      shows(client, request, "iris_signal_severity{signal=\"siv\",kind=\"service\"} 0\n",
          "iris_signal_severity{signal=\"national\",kind=\"feed\"} 0\n", "iris_signal_severity{signal=\"iris\",kind=\"iris\"} 0\n",
          "iris_feed_last_success_timestamp_seconds{signal=\"national\"", "iris_heartbeat_timestamp_seconds ",
          "iris_transactions_total{signal=\"siv\",kind=\"service\"} ", "iris_relay_well{target=\"prom\",kind=\"prometheus\"} 1\n");
      room.outage();
      shows(client, request, "iris_signal_severity{signal=\"siv\",kind=\"service\"} 2\n",
          "iris_alarms_total{signal=\"siv\",kind=\"service\",alarm=\"outage\"} 1\n", "origin=\"external\"");
      room.recovery();
      shows(client, request, "iris_signal_severity{signal=\"siv\",kind=\"service\"} 0\n");
    }
  }

  private static void shows(HttpClient client, HttpRequest request, String... parts) throws InterruptedException {
    String[] seen = {""};
    Await.until(() -> {
      seen[0] = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return Stream.of(parts).allMatch(seen[0]::contains);
    }, () -> "not all of " + List.of(parts) + " in\n" + seen[0]);
  }

  @Test
  void whatIsAcceptedDecidesTheFormat() {
    assertEquals(Format.TEXT, Format.of(null));
    assertEquals(Format.TEXT, Format.of("*/*"));
    assertEquals(Format.TEXT, Format.of("application/openmetrics-text;version=0.0.1"));
    assertEquals(Format.TEXT, Format.of("application/openmetrics-text;version=1.0.0;q=0.1,text/plain;q=0.9"));
    assertEquals(Format.OPEN_METRICS, Format.of("application/openmetrics-text"));
    assertEquals(Format.OPEN_METRICS, Format.of("application/openmetrics-text;version=\"1.0.0\";escaping=allow-utf-8;q=0.5,"
        + "text/plain;version=0.0.4;q=0.4"));
    assertEquals(Format.TEXT, Format.of("application/openmetrics-text;q=0"));
  }

  @Test
  void whoHasNoTokenLearnsNothing() throws Exception {
    try (Prometheus courier = courier("127.0.0.1:0", Map.of(Param.TOKEN, new Value.Secret("env:T")))) {
      HttpResponse<String> stranger = get(courier, "/metrics");
      assertEquals(401, stranger.statusCode());
      assertEquals("Bearer realm=\"IRIS\"", stranger.headers().firstValue("www-authenticate").orElseThrow());
      assertEquals(401, get(courier, "/metrics", "Authorization", "Bearer Jeton").statusCode());
      assertEquals(200, get(courier, "/metrics", "Authorization", "bearer jeton").statusCode());
    }
    try (Prometheus courier = courier("127.0.0.1:0",
        Map.of(Param.USER, new Value.Text("prom"), Param.PASSWORD, new Value.Secret("env:P")))) {
      assertEquals(401, get(courier, "/metrics", "Authorization", Web.basic("prom", "autre")).statusCode());
      assertEquals(200, get(courier, "/metrics", "Authorization", Web.basic("prom", "mot:de passe")).statusCode());
    }
  }

  @Test
  void aPasswordThatCannotBeReadClosesTheDoor() throws Exception {
    try (Prometheus courier = courier("127.0.0.1:0", Map.of(Param.TOKEN, new Value.Secret("env:NONE")))) {
      assertEquals(503, get(courier, "/metrics", "Authorization", "Bearer ").statusCode());
    }
  }

  @Test
  void aPortThatIsTakenIsSaidAndTakenWhenItIsFree() throws Exception {
    Prometheus courier;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      courier = courier("127.0.0.1:" + other.getLocalPort(), Map.of());
      Delivery.TryLater later = assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.outage(Samples.SIV, AT)));
      assertEquals("relay.prometheus.port", later.why().key());
    }
    try (courier) {
      Await.until(() -> courier.deliver(Samples.heartbeat(AT)) instanceof Delivery.Delivered, () -> "it is not free");
      assertTrue(get(courier, "/metrics").body().contains("iris_signal_severity{signal=\"siv\",kind=\"service\"} 2"));
    }
  }

  @Test
  void placesAreWrittenAsEverywhere() {
    assertEquals(Optional.of(new Place("127.0.0.1", 9634)), Place.of("127.0.0.1:9634"));
    assertEquals(Optional.of(new Place("::1", 9634)), Place.of("[::1]:9634"));
    assertEquals(Optional.of(new Place("", 9634)), Place.of(":9634"));
    assertEquals(Optional.of(new Place("", 9634)), Place.of("*:9634"));
    for (String wrong : new String[] {"", "9634", "::1:9634", "a:70000", "http://a:1"})
      assertEquals(Optional.empty(), Place.of(wrong), wrong);
  }
}
