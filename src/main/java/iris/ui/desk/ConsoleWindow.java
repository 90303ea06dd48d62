package iris.ui.desk;

import iris.ui.control.Door;
import iris.ui.control.Mishaps;
import iris.ui.control.Pulse;
import iris.ui.control.Pump;
import iris.ui.wall.Look;
import iris.words.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The one window. {@link #show} brings it up and keeps it in step with the board until {@link #close}. All on the FX
 * thread.
 */
public final class ConsoleWindow implements AutoCloseable {
  private final Ports ports;
  private final Stand stand;
  private final Attention attention;
  private final Scene scene;
  private final Appearance appearance;
  private final Door door = Door.screen();
  private final InvalidationListener screens = any -> rearrange();
  private WindowOptions options;
  private Views views;
  private @Nullable Stage stage;
  private @Nullable Mishaps mishaps;
  private @Nullable Pulse pulse;
  private @Nullable Pump<?> boards;
  private @Nullable Pump<?> events;

  public ConsoleWindow(Ports ports, Words words, WindowOptions options) {
    this(ports, words, options, Stand.opening(Screen.getPrimary().getVisualBounds()));
  }

  private ConsoleWindow(Ports ports, Words words, WindowOptions options, Dimension2D size) {
    this(ports, words, options, size.getWidth(), size.getHeight());
  }

  /** With a size of its own, in pixels; no less than a desk needs. */
  ConsoleWindow(Ports ports, Words words, WindowOptions options, double width, double height) {
    this.ports = ports;
    this.options = options;
    stand = new Stand(options);
    attention = new Attention(() -> ports.now().get().mono());
    views = views(words, false);
    scene = new Scene(views.shell.root(), width, height);
    appearance = new Appearance(scene, options, stand.text(), this::look);
    attention.listen(scene);
    new Keys(scene, new Hands(this));
    look();
  }

  /** Brings it up on this stage. What no code expected on the FX thread goes to the port for faults from now on. */
  public void show(Stage on) {
    stage = on;
    mishaps = new Mishaps(ports.faults());
    stage.setMinWidth(Stand.LEAST_WIDTH);
    stage.setMinHeight(Stand.LEAST_HEIGHT);
    // An interlude may have placed it already.
    if (!stage.isShowing()) stand.place(stage);
    draw();
    stage.setScene(scene);
    stand.apply(stage, scene);
    stage.show();
    views.shell.alarms().focus(false);
    pulse = new Pulse(door, () -> ports.now().get().wall(), beat -> draw());
    Screen.getScreens().addListener(screens);
    boards = new Pump<>(ports.board(), door, board -> {
      if (!views.picture.waits(board)) draw();
    });
    events = new Pump<>(ports.events(), door, log -> {
      views.deeds.heard(log);
      if (!views.picture.waits(log)) draw();
    });
  }

  /** A screen went, came or has another size: text made for the one before would cover the tiles of a smaller one. */
  private void rearrange() {
    if (Screen.getScreens().isEmpty()) return;
    if (stand.wall()) stand.move(Objects.requireNonNull(stage));
    appearance.size(stand.text());
    draw();
  }

  /** Tells what of the window has been painted, each once; before it is shown. */
  public void onSeen(Consumer<FirstTiles.Seen> told) {
    new FirstTiles(scene, () -> views.wall, told);
  }

  /** The whole picture as it stands now, for who draws it without a stage. */
  Scene drawn() {
    draw();
    return scene;
  }

  private void draw() {
    boolean hurried = views.picture.draw(appearance.still());
    views.deeds.rest();
    views.deeds.refresh();
    String title = options.elsewhen().map(time -> time.title(views.picture.title())).orElse(views.picture.title());
    if (stage != null && !title.equals(stage.getTitle())) stage.setTitle(title);
    if (pulse != null) pulse.hurry(hurried);
  }

  private Views views(Words words, boolean still) {
    return new Views(ports, words, options, seenFrom(still), attention);
  }

  public Ports ports() {
    return ports;
  }

  /** What is seen now; another one after each change of language. */
  Views views() {
    return views;
  }

  void toTiles() {
    if (views.wall.selected().isEmpty())
      ports.board().get().services().keySet().stream().findFirst().ifPresent(views.wall::select);
  }

  /** The workstation's window, at what is selected here. */
  void toDesk() {
    ports.wishes().accept(new Wish.Desk(Optional.empty(), subject()));
  }

  /** Its page that says why: of the tile that has the focus, else of the alarm that is selected. */
  void toWhy() {
    ports.wishes().accept(new Wish.Desk(Optional.of("why"), views.wall.selected().or(this::subject)));
  }

  private Optional<String> subject() {
    return views.shell.alarms().selected().stream().findFirst().map(row -> row.key().subject())
        .or(views.wall::selected);
  }

  /** The form of a feed, where nothing is configured yet. */
  void toFirstFeed() {
    if (options.first()) ports.wishes().accept(Wish.newFeed());
  }

  private void look() {
    views.shell.wallMode(stand.wall());
    // Else the toolkit hands the focus of the list that is gone to a tile, and a wall has none.
    if (stand.wall()) views.shell.root().requestFocus();
    views.wall.look(seenFrom(appearance.still()));
  }

  /** Pages that turn by themselves would race where time does: of another time a hand turns them. */
  private Look seenFrom(boolean still) {
    Look look = stand.look(still, options.readOnly().isPresent());
    return options.elsewhen().isPresent() ? new Look(look.sight(), look.still(), false) : look;
  }

  /**
   * Takes changed settings and another language over while it stands. What a hand has set here (T, F11) stays, unless
   * the settings say something new about it; what a hand has begun goes on.
   */
  public void change(Words words, WindowOptions next) {
    WindowOptions before = options;
    options = next;
    stand.options(next);
    boolean said = words.lang() != views.words.lang() || !next.demo().equals(before.demo())
        || !next.readOnly().equals(before.readOnly());
    if (said) speak(words);
    if (next.theme() != before.theme()) appearance.theme(next.theme());
    if (next.motion() != before.motion()) appearance.motion(next.motion());
    if (next.wallMode() != before.wallMode()) stand.wall(next.wallMode());
    appearance.size(stand.text());
    if (stage == null) return;
    if (stand.wall() && !next.screen().equals(before.screen())) stand.move(stage);
    stand.apply(stage, scene);
    draw();
  }

  private void speak(Words words) {
    Views.Begun begun = views.begun();
    views = views(words, appearance.still());
    scene.setRoot(views.shell.root());
    look();
    draw();
    views.shell.root().applyCss();
    views.shell.root().layout();
    views.resume(begun);
  }

  /** The other palette; after the last one, what the desktop has. */
  void nextTheme() {
    WindowOptions.Theme[] all = WindowOptions.Theme.values();
    appearance.theme(all[(appearance.theme().ordinal() + 1) % all.length]);
    views.deeds.notice(views.words.say("ui.desk.theme." + appearance.theme()));
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
    if (stage == null) return;
    stand.apply(stage, scene);
    // What a wall leaves unsaid is said now.
    draw();
  }

  @Override
  public void close() {
    Screen.getScreens().removeListener(screens);
    if (boards != null) boards.close();
    if (events != null) events.close();
    if (pulse != null) pulse.close();
    door.close();
    appearance.close();
    if (mishaps != null) mishaps.close();
    if (stage != null) stage.close();
  }
}
