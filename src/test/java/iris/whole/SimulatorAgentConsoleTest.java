package iris.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.SourceSpec;
import iris.agent.simulate.Fault;
import iris.agent.simulate.House;
import iris.agent.simulate.Latency;
import iris.agent.simulate.LogLine;
import iris.agent.simulate.Nature;
import iris.agent.simulate.Plan;
import iris.agent.simulate.Siv;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.OriginVerdict;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.app.agent.Agent;
import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.ui.wall.TileModel;
import iris.ui.wall.WallModel;
import iris.words.Lang;
import iris.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * All of it: a simulated service with traffic, the agent that watches it, its feed over HTTP, the console's board and
 * wall, and what pops up on a desktop. Real time, with windows of ten seconds.
 */
@Timeout(300)
class SimulatorAgentConsoleTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Words FR = Words.of(Lang.FR, PARIS);
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  private static final Service SERVICE = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
  private static final Duration PERIOD = Duration.ofSeconds(10);
  /** The day's curve makes of it two to forty transactions a second. */
  private static final Nature NATURE =
      new Nature(40, Latency.of(10), Latency.of(20), 0, 0, Duration.ofSeconds(5));

  @TempDir(cleanup = CleanupMode.NEVER) Path folder;
  private final House house = House.open();
  private Siv siv;
  private Agent agent;
  private Outlet outlet;
  private WholeDesk console;

  @BeforeEach
  void start() throws Exception {
    Path log = folder.resolve("access.log");
    siv = new Siv(Plan.quiet(NATURE).logging(log, LogLine.Form.JSON).busy(), house, CLOCK, FR, _ -> {});
    agent = Agent.open(config(log), CLOCK, Map.of(), "test");
    outlet = Outlet.of(folder, FR);
    console = new WholeDesk(agent.address("siv").orElseThrow(), new Outlet.Silence(), outlet.toasts(), FR);
  }

  @AfterEach
  void end() {
    if (console != null) console.close();
    if (outlet != null) outlet.close();
    if (agent != null) agent.close();
    if (siv != null) siv.close();
    house.close();
  }

  private AgentConfig config(Path log) {
    AgentConfig.Suspicion quick = new AgentConfig.Suspicion(2, Duration.ofSeconds(5), 20, 2, Duration.ofSeconds(3));
    AgentConfig.Publication here = new AgentConfig.Publication(
        Optional.of(new AgentConfig.Listen("127.0.0.1", 0, Optional.empty())), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Duration.ofDays(1), 20);
    return new AgentConfig("whole", PERIOD, Lang.FR, PARIS, folder.resolve("agent"), here, List.of(
        new AgentConfig.Served(SERVICE, new AgentConfig.Thresholds(0.5, 0.95, Optional.empty()), quick, List.of(
            new SourceSpec.Log("access", "darva", log, new SourceSpec.Format.JsonLines(Map.of()), Optional.of("ants")),
            check("front", "darva", siv.front()), check("external", "ants", siv.external())))));
  }

  private static SourceSpec.Check check(String id, String party, URI door) {
    return new SourceSpec.Check(id, party, Duration.ofSeconds(1), Duration.ofSeconds(10), false, new SourceSpec.Asked.Http(
        door.resolve("health"), "GET", Map.of(), Optional.empty(), SourceSpec.Expected.USUAL));
  }

  @Test
  void outagesOfBothPartiesAreSeenWithTheirOriginAndEachIsToldOnceAndOverOnce() throws Exception {
    console.until("the service up", 120, b -> shown(b) == Shown.UP);
    outage(Fault.EXTERNAL_DOWN, Origin.EXTERNAL, "ants", OriginVerdict.Fault.EXTERNAL, "service externe", 1);
    outage(Fault.PROVIDER_DOWN, Origin.PROVIDER, "darva", OriginVerdict.Fault.PROVIDER, "prestataire", 3);
    assertEquals(4, outlet.titles().size(), () -> "told: " + outlet.titles());
  }

  /** From the cause to the recovery. @param toast number of the outage's notification */
  private void outage(Fault fault, Origin origin, String party, OriginVerdict.Fault verdict, String said, int toast)
      throws Exception {
    // At the start of a window, so that it is this window's outage and not that of halves of two.
    int windows = windows(console.board());
    console.until("a new window", 120, b -> windows(b) > windows);
    Instant cause = CLOCK.instant();
    siv.inject(fault, Optional.empty(), 1);

    Board down = console.until(fault + " is down", 60, b -> shown(b) == Shown.DOWN);
    Duration late = Duration.between(cause, CLOCK.instant());
    assertTrue(late.compareTo(Duration.ofSeconds(30)) < 0, () -> "from the cause to the board " + late);
    Incident open = incidents(down).stream().filter(Incident::open).findFirst().orElseThrow();
    assertEquals(Incident.Kind.OUTAGE, open.kind());
    assertEquals(Optional.of(origin), open.origin());
    assertEquals(Optional.of(party), open.party());
    TileModel tile = WallModel.of(down, CLOCK.instant()).tiles().getFirst();
    assertEquals(Shown.DOWN, tile.shown());
    assertEquals(verdict, tile.origin().fault());
    assertTrue(Duration.between(cause, tile.since()).abs().compareTo(Duration.ofSeconds(8)) < 0,
        () -> "caused " + cause + ", since " + tile.since());
    String raised = outlet.title(toast);
    assertTrue(raised.startsWith("SIV indisponible depuis") && raised.contains(said), raised);

    console.until("twelve seconds of it", 60, b -> CLOCK.instant().isAfter(cause.plusSeconds(12)));
    siv.end(List.of(fault));
    Instant mended = CLOCK.instant();
    Board over = console.until("the end of " + fault, 120, b -> !active(b) && incidents(b).stream().noneMatch(Incident::open));
    Incident closed = incidents(over).stream().filter(i -> i.id().equals(open.id())).findFirst().orElseThrow();
    Duration real = Duration.between(cause, mended);
    Duration lasted = Duration.between(closed.opened().orElseThrow(), closed.closed().orElseThrow());
    assertTrue(lasted.minus(real).abs().compareTo(Duration.ofSeconds(8)) < 0, () -> lasted + " and not " + real);
    String cleared = outlet.title(toast + 1);
    assertTrue(cleared.startsWith("SIV rétabli"), cleared);
    console.until("the service up again", 120, b -> shown(b) == Shown.UP);
    assertNotEquals(Shown.DOWN, WallModel.of(console.board(), CLOCK.instant()).tiles().getFirst().shown());
  }

  private static Optional<ServiceState> service(Board board) {
    return Optional.ofNullable(board.services().get("siv"));
  }

  private static Shown shown(Board board) {
    return service(board).map(ServiceState::shown).orElse(Shown.INIT);
  }

  private static List<Incident> incidents(Board board) {
    return service(board).map(ServiceState::incidents).orElse(List.of());
  }

  private static int windows(Board board) {
    return service(board).map(s -> s.windows().size()).orElse(0);
  }

  private static boolean active(Board board) {
    var alarm = board.alarms().get(OUTAGE);
    return alarm != null && alarm.state().active();
  }
}
