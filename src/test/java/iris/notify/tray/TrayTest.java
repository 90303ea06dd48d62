package iris.notify.tray;

import static iris.notify.tray.Boards.NOW;
import static iris.notify.tray.PrivateBus.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Shown;
import iris.flow.Cell;
import iris.signal.Priority;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real protocol over a real bus, with a watcher that is the test's own. */
@Timeout(300)
class TrayTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Board CALM = new Boards().service("SIV", Shown.UP).board();
  private static final Board BAD =
      new Boards().service("SIV", Shown.DOWN).alarm(Priority.P1, Lifecycle.UNACKED).board();

  // The daemon may still write while the folder goes.
  @TempDir(cleanup = CleanupMode.NEVER) Path dir;
  private final Cell<Board> board = new Cell<>(CALM);
  private final LinkedBlockingQueue<String> clicks = new LinkedBlockingQueue<>();
  private PrivateBus bus;
  private Tray tray;
  private TestWatcher watcher;

  @BeforeEach
  void start() {
    bus = new PrivateBus(dir);
  }

  private void open() {
    // The boards never grow old, and yet time passes: attempts are counted on this clock.
    Duration began = Duration.ofNanos(System.nanoTime());
    Supplier<Now> clock = () -> new Now(NOW.wall(), NOW.mono().plus(Duration.ofNanos(System.nanoTime()).minus(began)));
    tray = new Tray(bus::address, FR, board, clock,
        size -> TrayTest.class.getResourceAsStream("/iris/app/icons/iris-" + size + ".png"), () -> clicks.add("front"));
  }

  private void watch() throws Exception {
    watcher = new TestWatcher(bus.address().orElseThrow());
  }

  private void registered() {
    await(() -> !watcher.items.isEmpty(), "an item");
  }

  @AfterEach
  void end() throws Exception {
    if (tray != null) tray.close();
    if (watcher != null) watcher.close();
    bus.close();
  }

  @Test
  void itRegistersWithTheWatcherAndShowsTheBoard() throws Exception {
    bus.start();
    watch();
    open();
    registered();
    assertEquals("IRIS – SIV\u00a0: en service depuis 15:12", watcher.<String>property("Title"));
    assertEquals("Active", watcher.<String>property("Status"));
    assertEquals("iris", watcher.<String>property("Id"));
    assertEquals(false, watcher.<Boolean>property("ItemIsMenu"));
    List<Object[]> pixmaps = watcher.property("IconPixmap");
    assertEquals(List.of(16, 24, 32, 48, 64), pixmaps.stream().map(p -> p[0]).toList());
    for (Object[] p : pixmaps) assertEquals((int) p[0] * (int) p[1] * 4, bytes(p[2]));
  }

  private static int bytes(Object array) {
    return array instanceof byte[] some ? some.length : ((List<?>) array).size();
  }

  @Test
  void anOutageIsSignalledAndWantsSomebodyUntilItIsAcknowledged() throws Exception {
    bus.start();
    watch();
    open();
    registered();
    board.set(BAD);
    await(() -> watcher.signals.containsAll(List.of("NewIcon", "NewToolTip", "NewTitle", "NewStatus")), "the signals");
    assertEquals("NeedsAttention", watcher.<String>property("Status"));
    Object[] tip = watcher.property("ToolTip");
    assertEquals("IRIS – SIV\u00a0: indisponible depuis 15:12", tip[2]);
    assertTrue(((String) tip[3]).startsWith("1 alarme à acquitter, priorité la plus haute P1."), (String) tip[3]);
    board.set(new Boards().service("SIV", Shown.DOWN).alarm(Priority.P1, Lifecycle.ACKED).board());
    await(() -> watcher.<String>property("Status").equals("Active"), "calm");
  }

  @Test
  void aClickBringsTheWindowToTheFront() throws Exception {
    bus.start();
    watch();
    open();
    registered();
    watcher.item().Activate(10, 10);
    assertNotNull(clicks.poll(60, TimeUnit.SECONDS));
    watcher.item().ContextMenu(10, 10);
    assertNotNull(clicks.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void aTrayThatComesLateOrAgainGetsTheItem() throws Exception {
    bus.start();
    open();
    watch();
    registered();
    watcher.close();
    watch();
    registered();
  }

  @Test
  void aBusThatComesLateOrAgainGetsTheItem() throws Exception {
    open();
    bus.start();
    watch();
    registered();
    bus.stop();
    bus.start();
    watch();
    registered();
  }

  @Test
  void theItemGoesWithTheConsole() throws Exception {
    bus.start();
    watch();
    open();
    registered();
    String name = watcher.items.getFirst();
    assertTrue(watcher.knows(name));
    tray.close();
    await(() -> !watcher.knows(name), "the name is free again");
    assertFalse(watcher.items.isEmpty());
  }
}
