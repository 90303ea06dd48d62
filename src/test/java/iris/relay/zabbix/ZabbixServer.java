package iris.relay.zabbix;

import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Papers;
import iris.relay.real.TestGround;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real Zabbix: database, server and the API of its front end, with the template that the documentation ships. */
final class ZabbixServer implements AutoCloseable {
  private static final Path TEMPLATE = Path.of("src/docs/relay/zabbix-template.yaml");
  private static final Path FRONTEND = Path.of("/usr/share/zabbix");
  /** The front end looks for its configuration at one place only. */
  private static final String THEIRS = "/etc/zabbix/zabbix.conf.php";

  private final Path folder;
  private final Papers papers;
  private final int port = lowPort();
  private final int web = Daemon.port();
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Daemon server;
  private String session = "";
  private String template = "";
  private int spoken;

  ZabbixServer(Path folder) throws Exception {
    Path program = Daemon.program("zabbix_server", "zabbix-server-pgsql");
    Path php = Daemon.program("php", "php-cli");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(FRONTEND.resolve("api_jsonrpc.php")),
        "Zabbix's front end is not on this machine (Debian: zabbix-frontend-php)");
    Process modules = new ProcessBuilder(php.toString(), "-m").redirectErrorStream(true).start();
    String known = new String(modules.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    org.junit.jupiter.api.Assumptions.assumeTrue(known.contains("pgsql"),
        "PHP has no PostgreSQL on this machine (Debian: php-pgsql)");
    this.folder = folder;
    this.papers = Papers.make(folder.resolve("papers"));
    try {
      Database database = new Database(folder.resolve("db"));
      parts.add(database);
      Path conf = Files.writeString(folder.resolve("server.conf"), conf(database));
      Files.createDirectories(folder.resolve("run"));
      server = Daemon.start(folder.resolve("server.log"), Map.of(), program.toString(), "-f", "-c", conf.toString());
      parts.add(server);
      Path ui = frontend(database);
      Daemon front = Daemon.start(folder.resolve("php.log"), Map.of(), php.toString(), "-S", "127.0.0.1:" + web, "-t",
          ui.toString());
      parts.add(front);
      server.listening(port);
      front.listening(web);
      provide();
    } catch (Exception | Error failed) {
      close();
      throw failed;
    }
  }

  /** A free port that Zabbix takes: it wants none above 32767, where the system gives its own from. */
  private static int lowPort() throws IOException {
    for (int port : new SplittableRandom().ints(200, 10_100, 32_000).toArray()) {
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException taken) {
        continue;
      }
    }
    throw new IOException("no free port");
  }

  private String conf(Database database) {
    return """
        DBHost=%s
        DBName=zabbix
        DBUser=zabbix
        LogType=console
        AllowRoot=1
        ListenIP=127.0.0.1
        ListenPort=%d
        SocketDir=%s
        PidFile=%s/run/pid
        TLSCAFile=%s
        TLSCertFile=%s
        TLSKeyFile=%s
        CacheUpdateFrequency=1
        HousekeepingFrequency=0
        StartPollers=1
        StartTrappers=2
        StartPingers=0
        StartDiscoverers=0
        StartHTTPPollers=0
        StartPreprocessors=1
        StartLLDProcessors=1
        StartEscalators=1
        StartAlerters=1
        StartTimers=1
        StartDBSyncers=1
        StartHistoryPollers=1
        """.formatted(database.folder(), port, folder.resolve("run"), folder, papers.authority(), papers.server(),
        papers.serverKey());
  }

  private Path frontend(Database database) throws IOException, InterruptedException {
    Path ui = Files.createDirectories(folder.resolve("ui"));
    for (String part : List.of("include", "app", "vendor", "modules", "local", "api_jsonrpc.php"))
      Database.run(Database.NOTHING, "cp", "-rL", FRONTEND.resolve(part).toString(), ui.toString());
    Files.createDirectories(ui.resolve("conf"));
    Files.copy(FRONTEND.resolve("conf/maintenance.inc.php"), ui.resolve("conf/maintenance.inc.php"));
    Path ours = Files.writeString(ui.resolve("conf/zabbix.conf.php"), """
        <?php
        $DB = ['TYPE' => 'POSTGRESQL', 'SERVER' => '%s', 'PORT' => '0', 'DATABASE' => 'zabbix', 'USER' => 'zabbix',
          'PASSWORD' => '', 'SCHEMA' => '', 'ENCRYPTION' => false, 'DOUBLE_IEEE754' => true];
        """.formatted(database.folder()));
    Path place = ui.resolve("include/classes/core/CConfigFile.php");
    Files.writeString(place, Files.readString(place).replace(THEIRS, ours.toString()));
    return ui;
  }

  private void provide() throws Exception {
    session = call("user.login", Map.of("username", "Admin", "password", "zabbix")).asString();
    template = template("IRIS", Files.readString(TEMPLATE));
  }

  /** The number of the template of that name, once it is imported. */
  String template(String name, String yaml) throws IOException, InterruptedException {
    Map<String, Boolean> create = Map.of("createMissing", true);
    Map<String, ?> rules = Map.of("groups", create, "templates", create, "items", create, "discoveryRules", create,
        "triggers", create, "valueMaps", create);
    call("configuration.import", Map.of("format", "yaml", "source", yaml, "rules", rules));
    return call("template.get", Map.of("filter", Map.of("host", name))).path(0).path("templateid").asString();
  }

  /** @param silent after how long its silence is one; {@code encrypted} it takes values only by certificate */
  void host(String name, String silent, boolean encrypted) throws Exception {
    call("host.create", Map.of("host", name, "groups", List.of(Map.of("groupid", "4")), "templates",
        List.of(Map.of("templateid", template)), "macros", List.of(Map.of("macro", "{$IRIS.SILENT}", "value", silent)),
        "tls_accept", encrypted ? 4 : 1));
  }

  /** @param of number of its template, which has a usual value for each of its macros */
  void host(String name, String of) throws Exception {
    call("host.create", Map.of("host", name, "groups", List.of(Map.of("groupid", "4")), "templates",
        List.of(Map.of("templateid", of))));
  }

  /** A value of an item, once the server knows the item. */
  void says(String host, String key, String value) throws InterruptedException {
    Sender sender = new Sender(target(host, Map.of()), ground());
    Await.until(() -> {
      Entry entry = new Entry(host, key, value, new Stamp(Instant.now().getEpochSecond(), ++spoken));
      return sender.put(List.of(entry)) instanceof Push.Took.Each(List<Entry> refused) && refused.isEmpty();
    }, () -> host + " takes no " + key + server.said());
  }

  JsonNode call(String method, Map<String, ?> params) throws IOException, InterruptedException {
    JsonMapper json = JsonMapper.shared();
    ObjectNode request = json.createObjectNode().put("jsonrpc", "2.0").put("method", method).put("id", 1);
    request.set("params", json.valueToTree(params));
    if (!session.isEmpty()) request.put("auth", session);
    HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/api_jsonrpc.php"))
        .header("Content-Type", "application/json-rpc")
        .POST(HttpRequest.BodyPublishers.ofString(request.toString())).build();
    HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
    JsonNode said = json.readTree(answer.body());
    if (!said.has("result")) throw new AssertionError(method + ": " + answer.body());
    return said.path("result");
  }

  /** What its history has of an item, oldest first, as {@code clock.ns=value}. */
  List<String> history(String host, String key) throws IOException, InterruptedException {
    JsonNode items = call("item.get", Map.of("host", host, "filter", Map.of("key_", key), "output",
        List.of("value_type")));
    if (items.isEmpty()) return List.of();
    List<String> all = new ArrayList<>();
    for (JsonNode row : call("history.get", Map.of("itemids", items.path(0).path("itemid").asString(), "history",
        items.path(0).path("value_type").asInt())))
      all.add("%s.%09d=%s".formatted(row.path("clock").asString(), row.path("ns").asInt(),
          row.path("value").asString()));
    return all.stream().sorted().toList();
  }

  /** For who wonders: what came of these items. */
  String heard(String host, String... keys) {
    StringBuilder all = new StringBuilder();
    try {
      for (String key : keys) all.append(key).append(' ').append(history(host, key)).append('\n');
    } catch (IOException | InterruptedException e) {
      all.append(e);
    }
    return all.append(server.said()).toString();
  }

  /** The events of a trigger of a host, oldest first: the severity of a problem, {@code ok} of its end. */
  List<String> events(String host, String trigger) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (JsonNode t : call("trigger.get", Map.of("host", host, "output", List.of("description"))))
      if (t.path("description").asString().equals(trigger))
        for (JsonNode e : call("event.get", Map.of("objectids", t.path("triggerid").asString(), "sortfield",
            List.of("eventid"))))
          all.add(e.path("value").asString().equals("1") ? e.path("severity").asString() : "ok");
    return all;
  }

  /** Names of the problems of a host that stand. */
  List<String> problems(String host) throws IOException, InterruptedException {
    JsonNode found = call("host.get", Map.of("filter", Map.of("host", host), "output", List.of("hostid")));
    List<String> all = new ArrayList<>();
    for (JsonNode p : call("problem.get", Map.of("hostids", found.path(0).path("hostid").asString())))
      all.add(p.path("name").asString());
    return all;
  }

  void had(String host, String trigger, String... events) throws InterruptedException {
    Await.until(() -> events(host, trigger).equals(List.of(events)), () -> {
      try {
        return host + ", " + trigger + ": " + events(host, trigger) + " and not " + List.of(events) + server.said();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** @param other parameters besides address and time-out */
  Target target(String host, Map<Param, Value> other) {
    Map<Param, Value> params = new java.util.EnumMap<>(Map.<Param, Value>of(
        Param.ADDRESS, new Value.Text("localhost:" + port),
        Param.TIMEOUT, new Value.Span(Duration.ofSeconds(30))));
    params.putAll(other);
    return new Target("zabbix-" + host, Kind.ZABBIX, params,
        new Mapping(host, Optional.empty(), Map.of(), Map.of(), Optional.empty()));
  }

  TestGround ground() {
    return new TestGround(folder, Map.of("env:K", Papers.PASSWORD), InstantSource.system());
  }

  Zabbix courier(String host) {
    return new Zabbix(target(host, Map.of()), ground());
  }

  Papers papers() {
    return papers;
  }

  void kill() throws InterruptedException {
    server.kill();
  }

  void again() throws IOException, InterruptedException {
    server.again();
    server.listening(port);
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
