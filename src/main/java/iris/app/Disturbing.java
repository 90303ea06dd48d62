package iris.app;

import iris.agent.simulate.Fault;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code iris simulate siv fault NAME}: knocks at the admin's door of a simulator that runs on this machine. */
final class Disturbing {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Disturbing() {}

  static int run(Order.Disturb order, Terminal terminal) throws Misuse, InterruptedException {
    URI door = URI.create("http://127.0.0.1:" + (order.port() + 2) + "/faults");
    HttpRequest.Builder ask = HttpRequest.newBuilder(door).timeout(PATIENCE);
    HttpRequest request = order.fault()
        .map(fault -> ask.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body(order, fault))).build())
        .orElseGet(() -> ask.DELETE().build());
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
        .proxy(ProxySelector.of(null)).version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      JsonNode said = JsonMapper.shared().readTree(answer.body());
      if (answer.statusCode() != 200)
        throw new Misuse("app.simulate.refused", said.path("error").asString(answer.body()));
      if (said.isEmpty()) terminal.say(terminal.words().say("app.simulate.well"));
      for (JsonNode fault : said) terminal.say(line(fault, terminal));
      return 0;
    } catch (IOException e) {
      throw new Misuse("app.simulate.nobody", order.port(), door);
    }
  }

  private static String line(JsonNode fault, Terminal terminal) {
    long percent = Math.round(fault.path("share").asDouble() * 100);
    String name = fault.path("fault").asString();
    return fault.path("until").isMissingNode()
        ? terminal.words().say("app.simulate.fault", name, percent)
        : terminal.words().say("app.simulate.fault-until", name, percent, fault.path("until").asString());
  }

  private static String body(Order.Disturb order, Fault fault) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("fault", fault.word());
    order.lasting().ifPresent(d -> said.put("seconds", d.toMillis() / 1000.0));
    said.put("share", order.share());
    return JsonMapper.shared().writeValueAsString(said);
  }
}
