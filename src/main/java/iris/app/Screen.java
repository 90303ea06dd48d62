package iris.app;

import iris.ui.control.Door;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.FirstTiles;
import iris.ui.desk.Interlude;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.page.Page;
import iris.ui.replay.Player;
import iris.ui.station.Station;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit and its two windows, that of the tiles and the workstation's. The only class of the console's wiring that
 * loads JavaFX.
 */
final class Screen implements AutoCloseable {
  /**
   * Into how many parts the toolkit divides what it paints anew, the most that it can; by itself 6, and the ages of fifty
   * tiles then repaint a third of the wall. Measured in src/docs/decisions/0142.
   */
  private static final String PARTS = "prism.dirtyregioncount";

  /** A screen that hangs must not keep the process from its end. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private static final int[] ICONS = {16, 24, 32, 48, 64, 128, 256};

  /** Nothing is shown any more, and nothing will be. */
  private final AtomicBoolean ended = new AtomicBoolean();
  /** Where who waits for the present window waits. */
  private final Semaphore gone = new Semaphore(0);
  /** There is no toolkit any more. */
  private final CountDownLatch left = new CountDownLatch(1);
  private final Door door = Door.screen();
  private final Opener opener = Opener.ofThisMachine();
  /** All only on the FX thread; the workstation's two are null until somebody has wished for it. */
  @SuppressWarnings("NullAway.Init")
  private Stage stage;
  private @Nullable ConsoleWindow window;
  @SuppressWarnings("NullAway.Init")
  private Stage deskStage;
  private @Nullable Station desk;
  @SuppressWarnings("NullAway.Init")
  private Supplier<Station> desks;
  private BooleanSupplier tray = () -> false;
  private @Nullable Projector projector;
  private @Nullable Interlude interlude;
  private Consumer<Wish.Replay> replays = wish -> {};
  private volatile Consumer<FirstTiles.Seen> seen = what -> {};
  private final CountDownLatch painted = new CountDownLatch(1);
  private volatile Supplier<Optional<Path>> journal = Optional::empty;

  private Screen() {}

  /** Starts the toolkit; empty where there is no display that it can open, or not all that it needs: {@link Displays#why}. */
  static Optional<Screen> start() {
    if (!Displays.likely() || Displays.lacking().isPresent()) return Optional.empty();
    if (System.getProperty(PARTS) == null) System.setProperty(PARTS, "15");
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
      SessionBus.outlive();
      return Optional.of(new Screen());
    } catch (RuntimeException | LinkageError noDisplay) {
      // What the toolkit throws differs by what is missing: the display, GTK, a library of it.
      System.getLogger(Screen.class.getName()).log(System.Logger.Level.INFO, "no toolkit", noDisplay);
      return Optional.empty();
    }
  }

  /** Brings the window up, in the place of the one before; from any thread. {@code pages}: those of the workstation. */
  void show(Ports ports, Words words, WindowOptions options, List<Page.Making> pages, Keepsake keepsake,
      BooleanSupplier trayed) {
    door.post(() -> {
      if (ended.get()) return;
      try {
        ConsoleWindow before = window;
        if (before != null) stage.setOnHidden(null);
        leaveDesk();
        tray = trayed;
        desks = () -> new Station(ports, words, options, pages, keepsake);
        projects(ports, words, options);
        Optional<Stage> opened = interlude == null ? Optional.empty() : Optional.of(stage);
        // A stage that fills its screen takes the size of what is put into it; a wall comes up before that one.
        boolean taken = opened.isPresent() && !options.wallMode();
        if (!taken) stage = stage();
        window = new ConsoleWindow(ports, words, options);
        window.onSeen(what -> {
          painted.countDown();
          if (!taken) opened.ifPresent(Stage::close);
          seen.accept(what);
        });
        window.show(stage);
        if (interlude != null) interlude.close();
        interlude = null;
        if (before != null) before.close();
      } catch (RuntimeException e) {
        // Without its window the program is of no use: let it end, and say why.
        ports.faults().accept(e);
        dismiss();
      }
    });
  }

  /**
   * Brings the window up before there is anything to show in it, and says what is being done; from any thread. Closing it is
   * closing the program. In the place of no other window.
   *
   * @param painted told once when that is on the screen, on the FX thread
   */
  void open(String sentence, WindowOptions looks, Runnable painted) {
    door.post(() -> {
      if (!ended.get() && stage == null) interlude(looks, painted).say(sentence);
    });
  }

  /** Says how far it is with what must be done before there are tiles; from any thread. */
  void interlude(String sentence, double share, WindowOptions looks) {
    door.post(() -> {
      if (!ended.get() && (stage == null || interlude != null)) interlude(looks, () -> {}).say(sentence, share);
    });
  }

  private Interlude interlude(WindowOptions looks, Runnable painted) {
    if (interlude != null) return interlude;
    stage = stage();
    interlude = new Interlude(stage, looks);
    interlude.onPainted(painted);
    return interlude;
  }

  /** What was, beside what is: whoever closes it goes on with what is. */
  private void projects(Ports ports, Words words, WindowOptions options) {
    if (projector == null) projector = new Projector(door, Screen::icons, this::open, () -> {});
    replays = wish -> Objects.requireNonNull(projector)
        .open(journal.get(), wish, words, options.onDesk(), ports.faults());
  }

  /** Where the journal lies of which the past is shown, if there is one; before the window is. */
  void remembers(Supplier<Optional<Path>> folder) {
    journal = folder;
  }

  /** Told what of the next window has been painted, each once, on the FX thread; before that is shown. */
  void onSeen(Consumer<FirstTiles.Seen> told) {
    seen = told;
  }

  /** Waits until a first window is painted, or ended, or for so long. */
  void awaitPicture(Duration most) throws InterruptedException {
    if (!ended.get() && !painted.await(most.toNanos(), TimeUnit.NANOSECONDS))
      System.getLogger("iris").log(System.Logger.Level.INFO, "no picture after {0}", most);
  }

  /** The window was closed, or whoever started it ended it. */
  boolean ended() {
    return ended.get();
  }

  /** Takes other settings and another language over while the window stands; from any thread. */
  void change(Words words, WindowOptions options) {
    door.post(() -> {
      Objects.requireNonNull(window).change(words, options);
      projects(window.ports(), words, options);
      Supplier<Station> before = desks;
      if (desk != null) desk.change(words, options);
      else desks = () -> {
        Station made = before.get();
        made.change(words, options);
        return made;
      };
    });
  }

  /** Brings up what one window wishes of the other; on the FX thread. */
  void grant(Wish wish) {
    switch (wish) {
      case Wish.Desk(Optional<String> page, Optional<String> subject) -> {
        if (desk == null) {
          desk = desks.get();
          deskStage = stage();
          desk.show(deskStage, tray, wall());
        }
        desk.front();
        desk.open(page, subject);
      }
      case Wish.Wall _ -> toFront();
      case Wish.Open open -> open(open);
      case Wish.Replay replay -> replays.accept(replay);
    }
  }

  /** Where the window of the tiles stands, as long as anybody can see it. */
  private Optional<Rectangle2D> wall() {
    return stage.isShowing() && stage.getWidth() > 0 && stage.getHeight() > 0
        ? Optional.of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())) : Optional.empty();
  }

  private void open(Wish.Open wish) {
    opener.open(wish.link(), why -> door.post(() -> wish.answer().accept(why)));
  }

  /** A film alone, without a present beside it; from any thread. The program ends with its windows. */
  void project(Player player, Words words, WindowOptions looks, Consumer<Throwable> faults) {
    door.post(() -> {
      projector = new Projector(door, Screen::icons, this::open, this::dismiss);
      projector.show(player, words, looks, faults);
    });
  }

  private void leaveDesk() {
    if (desk == null) return;
    deskStage.setOnHidden(null);
    desk.close();
    desk = null;
  }

  /** One of the two. Whoever watches through the other goes on watching: the last one that is closed ends it. */
  private Stage stage() {
    Stage made = new Stage();
    made.setOnHidden(hidden -> {
      if (!stage.isShowing() && (desk == null || !deskStage.isShowing() && !desk.away())) dismiss();
    });
    icons(made);
    return made;
  }

  private static void icons(Stage stage) {
    for (int size : ICONS) stage.getIcons().add(new Image(Icons.png(size)));
  }

  /** Returns when the window is closed, or is to make place for another. */
  void await() throws InterruptedException {
    if (!ended.get()) gone.acquire();
  }

  /** As if the user had closed the window; from any thread. */
  void dismiss() {
    ended.set(true);
    painted.countDown();
    gone.release();
  }

  /** Whoever waits for this window goes on, and shows another; from any thread. */
  void clear() {
    gone.release();
  }

  /** Runs {@code answer} on the FX thread as soon as that has time; from any thread. */
  void nudge(Runnable answer) {
    door.post(answer);
  }

  /** Brings the window to the front, the workstation's where that is what went into the tray; from any thread. */
  void front() {
    door.post(() -> {
      if (desk != null && desk.away()) desk.front();
      else toFront();
    });
  }

  private void toFront() {
    if (!stage.isShowing()) stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** Returns when the toolkit has ended, or does not answer: to end the process beside its painting would be a fault of it. */
  @Override
  public void close() {
    door.post(() -> {
      try {
        leaveDesk();
        if (interlude != null) interlude.close();
        if (projector != null) projector.close();
        if (window != null) window.close();
      } finally {
        door.close();
        Platform.exit();
        left.countDown();
      }
    });
    try {
      if (!left.await(LEAVING.toNanos(), TimeUnit.NANOSECONDS))
        System.getLogger("iris").log(System.Logger.Level.INFO, "the toolkit has not ended after {0}", LEAVING);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
