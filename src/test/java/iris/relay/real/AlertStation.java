package iris.relay.real;

import iris.testing.Reply;
import iris.testing.Request;
import iris.testing.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus with the shipped rules, a real Alertmanager with the shipped file, and who is told by it. Minutes are
 * seconds there: all durations of the shipped files are shorter, and nothing else of them is changed.
 */
public final class AlertStation implements AutoCloseable {
  private final ScriptedServer told = ScriptedServer.http().then(Reply.ok(""));
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final List<Daemon> started = new ArrayList<>();
  public final int alertmanagerPort = Daemon.port();
  private final int prometheusPort = Daemon.port();
  private final int scraped;
  private Daemon alertmanager;
  private Daemon prometheus;
  private String passedOnAgain = "10m";

  /** @param scraped port that Prometheus scrapes as job {@code iris} */
  public AlertStation(Path folder, int scraped) {
    this.folder = folder;
    this.scraped = scraped;
  }

  public AlertStation withAlertmanager() throws IOException, InterruptedException {
    String program = Daemon.program("prometheus-alertmanager", "prometheus-alertmanager").toString();
    String shipped = hurried(Files.readString(Path.of("src/docs/relay/alertmanager.yml")))
        .replace("http://127.0.0.1:9000", told.uri("").toString());
    Path file = Files.writeString(folder.resolve("alertmanager.yml"), shipped);
    alertmanager = Daemon.start(folder.resolve("alertmanager.log"), Map.of(), program, "--config.file=" + file,
        "--storage.path=" + folder.resolve("am"), "--web.listen-address=127.0.0.1:" + alertmanagerPort,
        "--cluster.listen-address=");
    started.add(alertmanager);
    alertmanager.listening(alertmanagerPort);
    return this;
  }

  /**
   * For who kills Prometheus: what it could not pass on at its start it passes on again after five seconds and not later
   * than a test takes. What is over is then said more than once, so that nobody may count what was told.
   */
  public AlertStation hurrying() {
    passedOnAgain = "5s";
    return this;
  }

  public AlertStation withPrometheus() throws IOException, InterruptedException {
    String program = Daemon.program("prometheus", "prometheus").toString();
    Files.writeString(folder.resolve("iris-rules.yml"), hurried(Files.readString(Path.of("src/docs/relay/iris-rules.yml"))));
    Path file = Files.writeString(folder.resolve("prometheus.yml"), """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        rule_files: [iris-rules.yml]
        scrape_configs:
          - job_name: iris
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        alerting:
          alertmanagers:
            - static_configs: [{targets: ["127.0.0.1:%d"]}]
        """.formatted(scraped, alertmanagerPort));
    prometheus = Daemon.start(folder.resolve("prometheus.log"), Map.of(), program, "--config.file=" + file,
        "--storage.tsdb.path=" + folder.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + prometheusPort,
        "--rules.alert.resend-delay=" + passedOnAgain);
    started.add(prometheus);
    ready();
    return this;
  }

  private void ready() throws InterruptedException {
    prometheus.listening(prometheusPort);
    Await.until(() -> get(prometheusPort, "/-/ready").statusCode() == 200, prometheus::said);
  }

  /**
   * Minutes and hours of a file become seconds. Seconds that are compared with a time keep a little more, and so does
   * the time for which nobody may answer, or a machine that is busy would pass for a dead one.
   */
  private static String hurried(String file) {
    String shorter = Pattern.compile("(?<=[\\[ ])(\\d+)([mh])\\b").matcher(file)
        .replaceAll(m -> Integer.parseInt(m.group(1)) * (m.group(2).equals("h") ? 60 : 1) + "s");
    return Pattern.compile("(?<=> |bool )(\\d{3,})\\b").matcher(shorter)
        .replaceAll(m -> Integer.toString(Integer.parseInt(m.group(1)) / 30))
        .replace("group_wait: 10s", "group_wait: 0s").replace("for: 2s", "for: 8s");
  }

  public Daemon alertmanager() {
    return alertmanager;
  }

  public Daemon prometheus() {
    return prometheus;
  }

  /** After a kill: starts it anew on what it kept, and waits until it is there. */
  public void prometheusAgain() throws IOException, InterruptedException {
    prometheus.again();
    ready();
  }

  public void alertmanagerAgain() throws IOException, InterruptedException {
    alertmanager.again();
    alertmanager.listening(alertmanagerPort);
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What the query gives: one value for each series, as it is written. */
  public List<String> query(String expression) throws IOException, InterruptedException {
    JsonNode answer = new JsonMapper().readTree(
        get(prometheusPort, "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)).body());
    return answer.path("data").path("result").values().stream().map(r -> r.path("value").path(1).asString()).toList();
  }

  /** Names of the alerts that Alertmanager takes for standing, inhibited ones too. */
  public List<String> standing() throws IOException, InterruptedException {
    return new JsonMapper().readTree(get(alertmanagerPort, "/api/v2/alerts").body()).values().stream()
        .map(a -> a.path("labels").path("alertname").asString()).sorted().toList();
  }

  /** What the receiver was told of an alert, in order: {@code firing}, {@code resolved}. */
  public List<String> told(String alertname) {
    return told.requests().stream().map(Request::body).map(body -> new JsonMapper().readTree(body))
        .flatMap(n -> n.path("alerts").values().stream())
        .filter(a -> a.path("labels").path("alertname").asString().equals(alertname))
        .map(a -> a.path("status").asString()).toList();
  }

  public void awaitTold(String alertname, String... statuses) throws InterruptedException {
    Await.until(() -> told(alertname).equals(List.of(statuses)), () -> alertname + " was told " + told(alertname) + "; standing: "
        + standingOrWhy() + "\n" + started.stream().map(Daemon::said).toList());
  }

  private String standingOrWhy() {
    try {
      return standing().toString();
    } catch (IOException | InterruptedException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    started.reversed().forEach(Daemon::close);
    told.close();
    client.close();
  }
}
