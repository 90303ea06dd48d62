package iris.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iris.agent.AgentConfig;
import iris.agent.SourceSpec;
import iris.agent.simulate.Fault;
import iris.agent.simulate.House;
import iris.agent.simulate.Latency;
import iris.agent.simulate.LogLine;
import iris.agent.simulate.Nature;
import iris.agent.simulate.Siv;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.OriginVerdict;
import iris.alarm.Shown;
import iris.app.agent.Agent;
import iris.fallback.Deed;
import iris.fallback.Plan;
import iris.fallback.StatusCheck;
import iris.feed.ProxyRoute;
import iris.feed.SourceConfig;
import iris.flow.Cell;
import iris.settings.ConfigFiles;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.signal.Party;
import iris.signal.Service;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A house to live a day in: a simulated service, the agent that watches it, its feed over HTTP, the console with its
 * journal, the workstation's window, and a fallback behind a real address.
 */
abstract class LivedInHouse {
  static final InstantSource CLOCK = InstantSource.system();
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Words FR = Words.of(Lang.FR, PARIS);
  static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  static final Service SERVICE = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
  static final Nature NATURE = new Nature(40, Latency.of(10), Latency.of(20), 0, 0, Duration.ofSeconds(5));

  @TempDir(cleanup = CleanupMode.NEVER) Path folder;
  final FxRobot robot = new FxRobot();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final House house = House.open();
  volatile String route = "production";
  HttpServer router;
  Siv siv;
  Agent agent;
  Console console;
  Station station;
  Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void start() throws Exception {
    Path log = folder.resolve("access.log");
    siv = new Siv(iris.agent.simulate.Plan.quiet(NATURE).logging(log, LogLine.Form.JSON).busy(), house, CLOCK, FR, _ -> {});
    agent = Agent.open(config(log), CLOCK, Map.of(), "test");
    router = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    router.createContext("/", this::route);
    router.start();
    Path state = folder.resolve("state");
    console = new Console(settings(), Outset.ofProfile(state, Instant.now()), state, FR);
    onFx(() -> {
      station = new Station(console.ports(), FR, WindowOptions.desk().with(WindowOptions.Motion.REDUCED),
          Pages.of(console, console.bench(new ConfigFiles(folder.resolve("none.yaml"), false)),
              Keepsake.forgetful()));
      stage = new Stage();
      station.show(stage);
      return null;
    });
  }

  @AfterEach
  void end() throws Exception {
    onFx(() -> {
      if (station != null) station.close();
      return null;
    });
    if (console != null) console.close();
    if (router != null) router.stop(0);
    if (agent != null) agent.close();
    if (siv != null) siv.close();
    house.close();
  }

  void route(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST")) {
        asked.add(path);
        route = path.substring(1);
      }
      byte[] body = ("{\"route\":\"" + route + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  AgentConfig config(Path log) {
    AgentConfig.Suspicion quick = new AgentConfig.Suspicion(2, Duration.ofSeconds(5), 20, 2, Duration.ofSeconds(3));
    AgentConfig.Publication here = new AgentConfig.Publication(
        Optional.of(new AgentConfig.Listen("127.0.0.1", 0, Optional.empty())), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Duration.ofDays(1), 20);
    return new AgentConfig("whole", Duration.ofSeconds(10), Lang.FR, PARIS, folder.resolve("agent"), here, List.of(
        new AgentConfig.Served(SERVICE, new AgentConfig.Thresholds(0.5, 0.95, Optional.empty()), quick, List.of(
            new SourceSpec.Log("access", "darva", log, new SourceSpec.Format.JsonLines(Map.of()), Optional.of("ants")),
            check("front", "darva", siv.front()), check("external", "ants", siv.external())))));
  }

  static SourceSpec.Check check(String id, String party, URI door) {
    return new SourceSpec.Check(id, party, Duration.ofSeconds(1), Duration.ofSeconds(2), false, new SourceSpec.Asked.Http(
        door.resolve("health"), "GET", Map.of(), Optional.empty(), SourceSpec.Expected.USUAL));
  }

  Settings settings() {
    SourceConfig feed = SourceConfig.of("siv", "SIV", agent.address("siv").orElseThrow()).every(SourceConfig.LEAST)
        .proxy(ProxyRoute.DIRECT);
    ConfigText quiet = new ConfigText("test", folder, "sound: {enabled: no}\nnotifications: {desktop: no}", false);
    if (!(SettingsReader.read(List.of(quiet)) instanceof Reading.Good(Settings read))) throw new AssertionError("settings");
    return Watching.demonstration(read, List.of(feed)).planned(List.of(plan()));
  }

  Plan plan() {
    StatusCheck check = new StatusCheck(call("GET", "/"), Optional.empty(),
        Optional.of(new StatusCheck.At("/route", "fallback")), Duration.ofSeconds(5));
    return new Plan("siv", "Base locale des plaques", List.of("Le chef de plateau est prévenu"),
        Optional.of(call("POST", "/fallback")), Optional.of(call("POST", "/production")), Optional.of(check),
        Duration.ofSeconds(20), Set.of(OriginVerdict.Fault.EXTERNAL), 2, Duration.ofMinutes(5));
  }

  Deed call(String method, String path) {
    return new Deed.Call(method, URI.create("http://127.0.0.1:" + router.getAddress().getPort() + path), Map.of(),
        Optional.empty(), Optional.empty(), Deed.Expected.WELL);
  }

  static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(60, TimeUnit.SECONDS);
  }

  void seen(String what, Predicate<Board> wanted) throws InterruptedException {
    Ports ports = console.ports();
    CountDownLatch latch = new CountDownLatch(1);
    try (Cell.Watch _ = ports.board().watch(() -> {
      if (wanted.test(ports.board().get())) latch.countDown();
    })) {
      if (!latch.await(90, TimeUnit.SECONDS)) throw new AssertionError("not seen: " + what + "\n" + ports.events().get());
    }
  }

  /** All words that can be read in the window. */
  String read() throws Exception {
    return onFx(() -> {
      List<String> said = new ArrayList<>();
      gather(stage.getScene().getRoot(), said);
      return String.join("\n", said);
    });
  }

  static void gather(Node node, List<String> said) {
    if (!node.isVisible()) return;
    if (node instanceof Labeled label && label.getText() != null) said.add(label.getText());
    if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> gather(child, said));
  }

  void reads(String words) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> read().contains(words));
    } catch (java.util.concurrent.TimeoutException missing) {
      throw new AssertionError("not to be read: " + words + "\nbut:\n" + read());
    }
  }

  Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  void focused(String query) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> find(query) != null && find(query).isFocused()));
  }

  /** Holds the one hand that switches this way, as long as it takes. */
  void hold(String button, String because, Predicate<Fallback> until) throws Exception {
    robot.type(KeyCode.B);
    focused("#fallback-reason");
    robot.write(because);
    for (int steps = 0; steps < 12 && !onFx(() -> find(button).isFocused()); steps++) robot.type(KeyCode.TAB);
    focused(button);
    robot.press(KeyCode.ENTER);
    seen("the order", b -> b.fallback("siv").last().filter(a -> a.reason().equals(because)).isPresent());
    robot.release(KeyCode.ENTER);
    seen("its outcome", b -> until.test(b.fallback("siv").now()));
  }

  static Shown shown(Board board) {
    var service = board.services().get("siv");
    return service == null ? Shown.INIT : service.shown();
  }

  static boolean active(Board board) {
    var alarm = board.alarms().get(OUTAGE);
    return alarm != null && alarm.state().active();
  }
}
