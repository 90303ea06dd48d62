package iris.ui.station;

import iris.alarm.Act;
import iris.alarm.Now;
import iris.ui.control.Door;
import iris.ui.control.Mishaps;
import iris.ui.control.Pulse;
import iris.ui.control.Pump;
import iris.ui.desk.Appearance;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The workstation's window beside the wall: pages, and above them what is true of the whole house. {@link #show} brings
 * it up and keeps it in step with the board until {@link #close}. All on the FX thread.
 */
public final class Station implements AutoCloseable {
  static final double LEAST_WIDTH = 900;
  static final double LEAST_HEIGHT = 560;
  static final double TEXT = 13;
  /** As it opens for the first time, where the screen has room for it. */
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Ports ports;
  private final Ports inner;
  private final List<Page.Making> makings;
  private final Keepsake keepsake;
  private final Undo undo = new Undo();
  private final Outcomes outcomes = new Outcomes(undo);
  private final Door door = Door.screen();
  private final Scene scene;
  private final Appearance appearance;
  private WindowOptions options;
  private Binder binder;
  private @Nullable Stage stage;
  @SuppressWarnings("NullAway.Init")
  private Perch perch;
  @SuppressWarnings("NullAway.Init")
  private Retreat retreat;
  private @Nullable Mishaps mishaps;
  private @Nullable Pulse pulse;
  private @Nullable Pump<?> boards;
  private @Nullable Pump<?> events;

  /** @param makings the pages, in the order of the rail; at least one */
  public Station(Ports ports, Words words, WindowOptions options, List<Page.Making> makings, Keepsake keepsake) {
    this(ports, words, options, makings, keepsake, Screen.getPrimary().getVisualBounds());
  }

  private Station(Ports ports, Words words, WindowOptions options, List<Page.Making> makings, Keepsake keepsake,
      Rectangle2D room) {
    this(ports, words, options, makings, keepsake, Math.min(WIDTH, room.getWidth() * Place.ROOM),
        Math.min(HEIGHT, room.getHeight() * Place.ROOM));
  }

  /** One that remembers nothing. */
  public Station(Ports ports, Words words, WindowOptions options, List<Page.Making> makings) {
    this(ports, words, options, makings, Keepsake.forgetful());
  }

  Station(Ports ports, Words words, WindowOptions options, List<Page.Making> makings, double width, double height) {
    this(ports, words, options, makings, Keepsake.forgetful(), width, height);
  }

  /** With a size of its own, in pixels. */
  Station(Ports ports, Words words, WindowOptions options, List<Page.Making> makings, Keepsake keepsake, double width,
      double height) {
    this.ports = ports;
    this.keepsake = keepsake;
    this.options = options;
    this.makings = List.copyOf(makings);
    inner = ports.acting(this::act);
    binder = new Binder(inner, words, options, makings);
    scene = new Scene(binder.view, width, height);
    appearance = new Appearance(scene, options, TEXT, List.of(sheet()), this::draw);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> undo.gesture());
    new StationKeys(scene, new StationHands(this), e -> !binder.view.helping() && binder.page().pressed(e),
        typed -> !binder.view.helping() && binder.page().typed(typed));
  }

  private static String sheet() {
    return Objects.requireNonNull(Station.class.getResource("station.css")).toExternalForm();
  }

  /** Brings it up on this stage, where there is no tray. */
  public void show(Stage on) {
    show(on, () -> false, Optional.empty());
  }

  /**
   * Brings it up on this stage. What no code expected on the FX thread goes to the port for faults from now on.
   *
   * @param tray there is one whose click calls {@link #front}
   * @param wall where the window of the tiles stands: this one opens on another screen, if there is one
   */
  public void show(Stage on, BooleanSupplier tray, Optional<Rectangle2D> wall) {
    stage = on;
    perch = new Perch(stage, keepsake, "place");
    retreat = new Retreat(stage, keepsake, tray, this::draw);
    mishaps = new Mishaps(ports.faults());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    perch.place(wall, WIDTH, HEIGHT);
    keepsake.get(OpenPage.SECTION, OpenPage.class).ifPresent(page -> binder.open(page.id()));
    draw();
    stage.show();
    binder.page().focus();
    draw();
    pulse = new Pulse(door, () -> ports.now().get().wall(), beat -> draw());
    boards = new Pump<>(ports.board(), door, board -> draw());
    events = new Pump<>(ports.events(), door, log -> draw());
  }

  /** The whole picture as it stands now, for who draws it without a stage. */
  Scene drawn() {
    draw();
    return scene;
  }

  private void draw() {
    Seen seen = new Seen(ports.board().get(), ports.events().get(), ports.now().get());
    Now now = seen.now();
    StationModel here = StationModel.of(seen, binder.words);
    StationModel model = options.elsewhen().map(time -> here.saying(time.blind())).orElse(here);
    outcomes.heard(seen.log(), seen.board(), now, binder.words).ifPresent(binder.view::notice);
    keepsake.trouble().ifPresent(why -> notice(binder.words.say(why)));
    binder.view.show(model);
    binder.show(seen);
    binder.view.banner().tick(now.wall(), appearance.still());
    String said = binder.words.say("ui.station.title", model.desk().header().overall().word());
    String title = options.elsewhen().map(time -> time.title(said)).orElse(said);
    if (stage != null && !title.equals(stage.getTitle())) stage.setTitle(title);
    if (stage != null) stand(model, seen);
    if (pulse != null) pulse.hurry(!appearance.still() && binder.view.banner().hurried());
  }

  private void stand(StationModel model, Seen seen) {
    perch.look();
    if (Objects.requireNonNull(stage).isShowing()) keepsake.put(OpenPage.SECTION, new OpenPage(binder.page().id()));
    retreat.draw(BarModel.of(model.desk(), seen, binder.words), binder.words, scene.getStylesheets());
  }

  /** What a page does goes out by here, so that the window can say what became of it and take it back. */
  private void act(Act act) {
    if (options.readOnly().isPresent()) {
      notice(options.readOnly().get());
      return;
    }
    outcomes.posted(act);
    ports.acts().accept(act);
  }

  Binder binder() {
    return binder;
  }

  Ports inner() {
    return inner;
  }

  Ports ports() {
    return ports;
  }

  Undo undo() {
    return undo;
  }

  Appearance appearance() {
    return appearance;
  }

  void notice(String sentence) {
    binder.view.notice(sentence);
  }

  /** Goes to a page, and on it to what is said of a service or feed; what is empty stays as it is. */
  public void open(Optional<String> page, Optional<String> subject) {
    page.ifPresent(binder::open);
    draw();
    subject.ifPresent(binder.page()::open);
  }

  /** In front of all others. */
  public void front() {
    retreat.back();
  }

  /** Nobody sees it, and yet it is not closed: it is in the tray. */
  public boolean away() {
    return retreat.away();
  }

  Retreat retreat() {
    return retreat;
  }

  void full() {
    if (stage != null) stage.setFullScreen(!stage.isFullScreen());
  }

  /** Takes changed settings and another language over while it stands; what a hand has begun goes on. */
  public void change(Words words, WindowOptions next) {
    WindowOptions before = options;
    options = next;
    boolean said = words.lang() != binder.words.lang() || !next.demo().equals(before.demo())
        || !next.readOnly().equals(before.readOnly());
    if (said) speak(words);
    if (next.theme() != before.theme()) appearance.theme(next.theme());
    if (next.motion() != before.motion()) appearance.motion(next.motion());
    draw();
  }

  private void speak(Words words) {
    Binder before = binder;
    binder = new Binder(inner, words, options, makings);
    scene.setRoot(binder.view);
    binder.open(before.page().id());
    draw();
    binder.view.applyCss();
    binder.view.layout();
    binder.resume(before);
    before.close();
  }

  @Override
  public void close() {
    if (boards != null) boards.close();
    if (events != null) events.close();
    if (pulse != null) pulse.close();
    door.close();
    appearance.close();
    binder.close();
    if (mishaps != null) mishaps.close();
    if (stage == null) return;
    perch.close();
    retreat.close();
    stage.close();
  }
}
