package iris.relay.icinga;

import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Papers;
import iris.relay.real.TestGround;
import iris.relay.web.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Icinga 2 in a folder, with the definitions that the documentation ships, and somebody to be notified. */
final class IcingaServer implements AutoCloseable {
  private static final Path SHIPPED = Path.of("src/docs/relay/icinga2.conf").toAbsolutePath();

  private final Path folder;
  private final Papers papers;
  private final int port = Daemon.port();
  private final Daemon daemon;
  private int alertsBefore;
  private int saidBefore;

  /** @param signals that it is to know */
  IcingaServer(Path folder, String... signals) throws IOException, InterruptedException {
    Path program = Daemon.program("icinga2", "icinga2-bin");
    this.folder = folder;
    this.papers = Papers.make(folder.resolve("papers"));
    for (String each : List.of("conf", "data/certs", "cache", "spool/tmp", "log/compat", "run"))
      Files.createDirectories(folder.resolve(each));
    Path certs = folder.resolve("data/certs");
    Files.copy(papers.authority(), certs.resolve("ca.crt"));
    Files.copy(papers.server(), certs.resolve("localhost.crt"));
    Files.copy(papers.serverKey(), certs.resolve("localhost.key"));
    Path conf = Files.writeString(folder.resolve("conf/icinga2.conf"), conf(signals));
    List<String> command = new ArrayList<>(List.of(program.toString(), "daemon", "-c", conf.toString()));
    Map.of("ConfigDir", "conf", "DataDir", "data", "CacheDir", "cache", "SpoolDir", "spool", "LogDir", "log",
        "InitRunDir", "run").forEach((name, sub) -> command.addAll(List.of("-D", name + "=" + folder.resolve(sub))));
    String user = System.getProperty("user.name");
    // It would leave root's rights for those of nagios, who may not read this folder.
    command.addAll(List.of("-D", "NodeName=localhost", "-D", "RunAsUser=" + user, "-D", "RunAsGroup=" + group(user)));
    daemon = Daemon.start(folder.resolve("said"), Map.of(), command.toArray(String[]::new));
    daemon.listening(port);
  }

  private static String group(String user) throws IOException {
    Process id = new ProcessBuilder("id", "-gn", user).start();
    return new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
  }

  private String conf(String... signals) {
    return """
        const IrisPassword = "secret"
        const IrisSignals = [ %s ]
        include <itl>
        object Endpoint NodeName {}
        object Zone "master" { endpoints = [ NodeName ] }
        object ApiListener "api" { bind_host = "127.0.0.1"; bind_port = %d }
        object CheckerComponent "checker" {}
        object NotificationComponent "notification" {}
        include "%s"
        object ApiUser "blind" { password = "blind"; permissions = [ "actions/process-check-result" ] }
        object ApiUser "root" { password = "root"; permissions = [ "*" ] }
        object User "night" {}
        object NotificationCommand "note" {
          command = [ "/bin/true" ]
        }
        object CompatLogger "history" { log_dir = "%s" }
        apply Notification "note" to Service { command = "note"; users = [ "night" ]; interval = 0; assign where true }
        """.formatted(Stream.of(signals).map(s -> '"' + s + '"').collect(Collectors.joining(", ")), port,
        SHIPPED, folder.resolve("log/compat"));
  }

  /** From now on, what became of services is looked at: its first checks of its own may have called some unknown. */
  void mark() throws IOException {
    alertsBefore = lines().size();
    saidBefore = daemon.said().length();
  }

  /** Waits until the service has gone through exactly these states since the mark, each told to a person once. */
  void wentThrough(String service, Level... states) throws InterruptedException {
    List<String> want = Stream.of(states).map(Level::name).toList();
    Await.until(() -> alerts(service).equals(want) && sent(service) == want.size(),
        () -> service + ": " + sent(service) + " told, and not " + want + " but\n" + history());
  }

  /** The states that its history has of the service since the mark, oldest first. */
  List<String> alerts(String service) throws IOException {
    String ours = "SERVICE ALERT: iris;" + service + ";";
    return lines().stream().skip(alertsBefore).filter(line -> line.contains(ours))
        .map(line -> line.substring(line.indexOf(ours) + ours.length()).split(";")[0]).toList();
  }

  /** All that was heard since the mark. */
  String history() {
    try {
      return String.join("\n", lines().subList(alertsBefore, lines().size())) + daemon.said().substring(saidBefore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() throws IOException {
    Path log = folder.resolve("log/compat/icinga.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private long sent(String service) {
    return Pattern.compile("Sending '\\w+' notification 'iris!" + service + "!note'")
        .matcher(daemon.said().substring(saidBefore)).results().count();
  }

  Target target(Duration resend, Map<Param, Value> other) {
    return target(resend, other, Optional.empty());
  }

  /** @param service template of the names of services */
  Target target(Duration resend, Map<Param, Value> other, Optional<String> service) {
    Map<Param, Value> params = new java.util.EnumMap<>(Map.<Param, Value>of(
        Param.URL, new Value.Link(URI.create("https://localhost:" + port)),
        Param.CA, new Value.File(papers.authority()),
        Param.RESEND, new Value.Span(resend),
        Param.TIMEOUT, new Value.Span(Duration.ofSeconds(30))));
    params.putAll(other);
    Mapping mapping = new Mapping("iris", service, Map.of(), Map.of(), Optional.empty());
    return new Target("icinga", Kind.ICINGA, params, mapping);
  }

  TestGround ground() {
    return new TestGround(folder, Map.of("env:P", "secret", "env:WRONG", "wrong", "env:BLIND", "blind", "env:K",
        Papers.PASSWORD), InstantSource.system());
  }

  Icinga courier(Duration resend) {
    return courier(resend, "iris@here");
  }

  Icinga courier(Duration resend, String source) {
    return new Icinga(target(resend, user("iris", "env:P")), ground(), source);
  }

  /** The service as the API shows it to an administrator. */
  String raw(String service) throws IOException, InterruptedException {
    return root("GET", "objects/services?service=iris!" + service, "");
  }

  /** Makes it check by itself, now. */
  void checkItself(String service) throws IOException, InterruptedException {
    root("POST", "actions/reschedule-check", "{\"type\":\"Service\",\"force\":true,\"filter\":\"service.name==n\","
        + "\"filter_vars\":{\"n\":\"" + service + "\"}}");
    Await.until(() -> raw(service).contains("\"active\":true"), () -> "it did not check " + service);
  }

  private String root(String method, String path, String body) throws IOException, InterruptedException {
    try (Web web = new Web(target(Duration.ofMinutes(1), Map.of()), ground())) {
      Web.Answer answer = web.json(method, URI.create("https://localhost:" + port + "/v1/" + path),
          body.isEmpty() ? Optional.empty() : Optional.of(body), Map.of("authorization", Web.basic("root", "root")));
      if (answer instanceof Web.Answer.Said said && said.well()) return said.body();
      throw new IOException(answer.toString());
    }
  }

  static Map<Param, Value> user(String name, String password) {
    return Map.of(Param.USER, new Value.Text(name), Param.PASSWORD, new Value.Secret(password));
  }

  Papers papers() {
    return papers;
  }

  void kill() throws InterruptedException {
    daemon.kill();
  }

  void again() throws IOException, InterruptedException {
    daemon.again();
    daemon.listening(port);
  }

  @Override
  public void close() {
    daemon.close();
  }
}
