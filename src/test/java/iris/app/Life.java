package iris.app;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.settings.ConfigFiles;
import iris.settings.Settings;
import iris.signal.Report;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** A console from its start to its end, with both of its windows on the screen, by a clock that stands still between steps. */
final class Life implements AutoCloseable {
  static final List<String> PAGES = List.of("alarms", "origin", "fallback", "episode", "services", "why", "classify", "shift",
      "settings", "charts", "month", "report", "replay");
  private static final long PATIENCE = 60_000_000_000L;
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<Words> WORDS = List.of(Words.of(Lang.FR, PARIS), Words.of(Lang.EN, PARIS));

  private final Supplier<Now> clock;
  private final Console console;
  private final Thread driver = Thread.currentThread();
  private final Cell.Watch watch;
  private final List<WeakReference<Object>> gone = new ArrayList<>();
  private ConsoleWindow wall;
  private Station station;
  private Stage wallStage;
  private int spoken;

  /** Starts where the journal in {@code folder} ended. */
  Life(Settings settings, Path folder, Supplier<Now> clock) throws Exception {
    this.clock = clock;
    console = new Console(settings, Outset.ofProfile(folder, clock.get().wall()), folder, WORDS.getFirst(), clock);
    watch = console.ports().board().watch(() -> LockSupport.unpark(driver));
    fx(() -> {
      wallStage = new Stage();
      wall = new ConsoleWindow(console.ports(), WORDS.getFirst(), options());
      wall.show(wallStage);
      return null;
    });
    open();
    gone.add(new WeakReference<>(console));
    gone.add(new WeakReference<>(wall));
    gone.add(new WeakReference<>(wallStage));
    gone.add(new WeakReference<>(wallStage.getScene()));
  }

  private static WindowOptions options() {
    return WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.FULL);
  }

  static <T> T fx(Callable<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(task.call());
      } catch (Exception | Error e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(PATIENCE, TimeUnit.NANOSECONDS);
  }

  private void open() throws Exception {
    Path none = Path.of("/no/such/folder/iris.yaml");
    fx(() -> {
      Stage stage = new Stage();
      Keepsake keepsake = Keepsake.forgetful();
      station = new Station(console.ports(), WORDS.get(spoken), options(),
          Pages.of(console, console.bench(new ConfigFiles(none, false)), keepsake), keepsake);
      station.show(stage);
      gone.add(new WeakReference<>(station));
      gone.add(new WeakReference<>(stage));
      gone.add(new WeakReference<>(keepsake));
      return null;
    });
  }

  /** Closes the workstation's window, and opens another. */
  void reopen() throws Exception {
    closeStation();
    open();
  }

  private void closeStation() throws Exception {
    fx(() -> {
      station.close();
      station = null;
      return null;
    });
  }

  Board board() {
    return console.ports().board().get();
  }

  /** Hears these, in order, and waits until the board that has heard the last one, a poll that went well, is kept. */
  void hear(List<Report> reports) {
    reports.forEach(console::report);
    String last = reports.getLast().source();
    Now now = clock.get();
    until("heard", () -> Optional.ofNullable(board().feeds().get(last)).flatMap(f -> f.lastOkMono()).filter(now.mono()::equals)
        .isPresent());
  }

  private void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("not " + what + " in time: " + board().health());
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Acknowledges all that waits for it. */
  void acknowledge() {
    Ports ports = console.ports();
    for (Alarm alarm : board().alarms().values())
      if (alarm.state().unacked()) ports.acts().accept(new Act.Acknowledge(alarm.key(), "Marie", "vu"));
  }

  /** Goes to a page of the workstation, about some service. */
  void turnTo(String page, String service) throws Exception {
    fx(() -> {
      station.open(Optional.of(page), Optional.of(service));
      return null;
    });
  }

  /** Both windows speak the other language. */
  void speak() throws Exception {
    spoken = 1 - spoken;
    fx(() -> {
      wall.change(WORDS.get(spoken), options());
      station.change(WORDS.get(spoken), options());
      return null;
    });
  }

  /** What the clock on the wall shows, once the screen has drawn what is now; else what it should show is never seen. */
  boolean showsTheTime() throws Exception {
    String wanted = WORDS.get(spoken).figures().clock(clock.get().wall());
    long end = System.nanoTime() + PATIENCE;
    while (!fx(() -> wallStage.getScene().getRoot().lookup("#clock") instanceof Label l && l.getText().equals(wanted))) {
      if (System.nanoTime() > end) return false;
      LockSupport.parkNanos(20_000_000);
    }
    return true;
  }

  /** What is ill in the console, by part. */
  Map<String, String> ill() {
    Map<String, String> ill = new java.util.TreeMap<>();
    board().health().values().stream().filter(h -> !h.well() && !h.part().equals("sound") && !h.part().equals("toast"))
        .forEach(h -> ill.put(h.part(), h.why().toString()));
    return ill;
  }

  /** The two windows as they stand. */
  List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    javafx.stage.Window.getWindows().forEach(w -> scenes.add(w.getScene()));
    return scenes;
  }

  /** What nobody may hold any more once this is closed. */
  List<WeakReference<Object>> gone() {
    return gone;
  }

  @Override
  public void close() {
    watch.close();
    try {
      closeStation();
      fx(() -> {
        wall.close();
        wall = null;
        wallStage = null;
        return null;
      });
    } catch (Exception e) {
      throw new IllegalStateException("the windows cannot be closed", e);
    } finally {
      console.close();
    }
  }
}
