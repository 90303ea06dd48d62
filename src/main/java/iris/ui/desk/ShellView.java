package iris.ui.desk;

import iris.ui.alert.BannerBar;
import iris.ui.alert.PlayedBar;
import iris.ui.alert.Standing;
import iris.ui.alert.StandingBar;
import iris.ui.control.Presence;
import iris.ui.wall.WallView;
import iris.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where. Every part has its place from the first showing on: nothing that is said moves anything else. */
final class ShellView {
  private static final double LOWER = 0.40;
  private static final double FADED = 0.15;
  private static final PseudoClass WALL = PseudoClass.getPseudoClass("wall");

  private final Region root;
  private final HeaderView header;
  private final BannerBar banner = new BannerBar();
  private final PlayedBar played = new PlayedBar();
  private final StandingBar standing = new StandingBar();
  private final WallView wall;
  private final AlarmsView alarms;
  private final EventsView events;
  private final TopFive top;
  private final KeysHelp help;
  private Runnable offered = () -> {};
  @FXML private VBox upper;
  @FXML private Label strip;
  @FXML private StackPane tiles;
  @FXML private Label blind;
  @FXML private StackPane lower;
  @FXML private HBox lists;

  ShellView(Words words, WallView wall, WindowOptions options) {
    this.wall = wall;
    root = Fxml.load("console.fxml", this, words);
    header = new HeaderView(words);
    alarms = new AlarmsView(words);
    events = new EventsView(words);
    top = new TopFive(words);
    help = new KeysHelp(words);
    upper.getChildren().addFirst(played);
    options.elsewhen().ifPresent(time -> mark(time.bar()));
    upper.getChildren().addAll(header.root(), banner, standing);
    tiles.getChildren().addFirst(wall);
    HBox.setHgrow(alarms.root(), Priority.ALWAYS);
    lower.getChildren().addAll(top, help);
    events.prefWidthProperty().bind(root.widthProperty().multiply(0.32));
    String said = options.strip();
    strip.setText(said);
    strip.pseudoClassStateChanged(PseudoClass.getPseudoClass("read-only"), options.readOnly().isPresent());
    Presence.of(strip, !said.isEmpty());
    if (options.first()) offer(words);
    Presence.of(help, false);
    wallMode(false);
  }

  /** Around the whole window, wherever one looks. */
  private void mark(Region bar) {
    root.getStyleClass().add("elsewhen");
    upper.getChildren().addFirst(bar);
  }

  /** The way out of the demonstration stands in the sentence that names it. */
  private void offer(Words words) {
    Button add = new Button("N\u2002" + words.say("ui.desk.offer"));
    add.setId("offer");
    add.setOnAction(e -> offered.run());
    strip.setGraphic(add);
    strip.setContentDisplay(ContentDisplay.RIGHT);
  }

  /** Told when the first feed is to be added. */
  void onOffer(Runnable told) {
    offered = told;
  }

  Region root() {
    return root;
  }

  AlarmsView alarms() {
    return alarms;
  }

  EventsView events() {
    return events;
  }

  BannerBar banner() {
    return banner;
  }

  /** What lasts, under the banner: the tiles give way to it, since somebody decided it and it is rare. */
  void standing(List<Standing.Line> lines) {
    standing.show(lines);
  }

  /** {@code services}: how many tiles there are. */
  void show(DeskModel model, int services) {
    header.show(model.header());
    banner.show(model.banner());
    played.show(model.played());
    alarms.show(model);
    top.show(model.active(), services);
    if (listing()) events.show(model.events());
    blind.setText(model.blind().orElse(""));
    Presence.of(blind, model.blind().isPresent());
    // What nobody vouches for is not shown as if it were current: blind, not quiet.
    for (Node old : List.of(wall, lists, top)) old.setOpacity(model.blind().isPresent() ? FADED : 1);
  }

  void wallMode(boolean on) {
    root.pseudoClassStateChanged(WALL, on);
    Presence.of(lists, !on);
    Presence.of(top, on);
    // Out of the scene, not only out of sight: a list with a row in it and no room wishes to be laid out again whenever it
    // was, and the toolkit grants it sixty times a second.
    if (on) lists.getChildren().clear();
    else if (lists.getChildren().isEmpty()) lists.getChildren().setAll(alarms.root(), events);
    lower.prefHeightProperty().unbind();
    if (on) lower.setPrefHeight(Region.USE_COMPUTED_SIZE);
    else lower.prefHeightProperty().bind(root.heightProperty().multiply(LOWER));
    if (on) help(false);
  }

  /** The lists are there; on a wall they are not, and what they would say need not be said. */
  boolean listing() {
    return lists.isVisible();
  }

  boolean helping() {
    return help.isVisible();
  }

  void help(boolean on) {
    Presence.of(help, on);
  }
}
