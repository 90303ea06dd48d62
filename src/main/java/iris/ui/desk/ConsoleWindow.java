package iris.ui.desk;

import iris.ui.control.Door;
import iris.ui.control.Pulse;
import iris.ui.control.Pump;
import iris.ui.wall.WallView;
import iris.words.Words;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The one window. {@link #show} brings it up and keeps it in step with the board until {@link #close}. All on the FX
 * thread.
 */
public final class ConsoleWindow implements AutoCloseable {
  private final Ports ports;
  private final Words words;
  private final WindowOptions options;
  private final Stand stand;
  private final WallView wall;
  private final ShellView shell;
  private final Picture picture;
  private final Deeds deeds;
  private final Scene scene;
  private final Appearance appearance;
  private final Door door = Door.screen();
  private Stage stage;
  private Pulse pulse;
  private Pump<?> boards;
  private Pump<?> events;

  public ConsoleWindow(Ports ports, Words words, WindowOptions options) {
    this(ports, words, options, Stand.opening(Screen.getPrimary().getVisualBounds()));
  }

  private ConsoleWindow(Ports ports, Words words, WindowOptions options, Dimension2D size) {
    this(ports, words, options, size.getWidth(), size.getHeight());
  }

  /** With a size of its own, in pixels; no less than a desk needs. */
  ConsoleWindow(Ports ports, Words words, WindowOptions options, double width, double height) {
    this.ports = ports;
    this.words = words;
    this.options = options;
    stand = new Stand(options);
    wall = new WallView(words, stand.look(false, options.readOnly().isPresent()));
    shell = new ShellView(words, wall, options);
    picture = new Picture(ports, words, wall, shell);
    deeds = new Deeds(ports, words, options.readOnly(), shell.alarms());
    scene = new Scene(shell.root(), width, height);
    appearance = new Appearance(scene, options, stand.text(), this::look);
    new Keys(scene, new Hands(this, deeds, shell, this::toTiles));
    wall.setOnOpen(service -> shell.alarms().select(service));
    look();
  }

  /** Brings it up on this stage. What no code expected on the FX thread goes to the port for faults from now on. */
  public void show(Stage on) {
    stage = on;
    Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> ports.faults().accept(fault));
    stage.setMinWidth(Stand.LEAST_WIDTH);
    stage.setMinHeight(Stand.LEAST_HEIGHT);
    stand.place(stage);
    stage.setScene(scene);
    draw();
    stand.apply(stage, scene);
    stage.show();
    shell.alarms().focus(false);
    pulse = new Pulse(door, () -> ports.now().get().wall(), beat -> draw());
    boards = new Pump<>(ports.board(), door, board -> draw());
    events = new Pump<>(ports.events(), door, log -> {
      deeds.heard(log);
      draw();
    });
  }

  /** The whole picture as it stands now, for who draws it without a stage. */
  Scene drawn() {
    draw();
    return scene;
  }

  private void draw() {
    boolean hurried = picture.draw(appearance.still());
    deeds.refresh();
    if (stage != null && !picture.title().equals(stage.getTitle())) stage.setTitle(picture.title());
    if (pulse != null) pulse.hurry(hurried);
  }

  private void toTiles() {
    if (wall.selected().isEmpty()) ports.board().get().services().keySet().stream().findFirst().ifPresent(wall::select);
  }

  private void look() {
    shell.wallMode(stand.wall());
    wall.look(stand.look(appearance.still(), options.readOnly().isPresent()));
  }

  /** The other palette; after the last one, what the desktop has. */
  void nextTheme() {
    WindowOptions.Theme[] all = WindowOptions.Theme.values();
    appearance.theme(all[(appearance.theme().ordinal() + 1) % all.length]);
    deeds.notice(words.say("ui.desk.theme." + appearance.theme()));
  }

  boolean onWall() {
    return stand.wall();
  }

  /** Started as a wall, which a stray Escape must not end. */
  boolean bornWall() {
    return options.wallMode();
  }

  /** Changes between desk and wall. */
  void wallMode(boolean on) {
    stand.wall(on);
    appearance.size(stand.text());
    if (stage != null) stand.apply(stage, scene);
  }

  @Override
  public void close() {
    if (boards != null) boards.close();
    if (events != null) events.close();
    if (pulse != null) pulse.close();
    door.close();
    appearance.close();
    if (stage != null) stage.close();
  }
}
