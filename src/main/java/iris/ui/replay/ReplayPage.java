package iris.ui.replay;

import iris.history.film.Extent;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Chooses the time of a replay, which opens in windows of its own; the present stays where it is. */
public final class ReplayPage implements Page {
  /** What the journal holds now. Takes its time. */
  @FunctionalInterface
  public interface Store {
    Extent extent() throws Unreadable;
  }

  private static final Duration LOOK = Duration.ofSeconds(60);
  private static final int CUTS = 8;
  /** How long ago, in minutes. */
  private static final List<Integer> AGO = List.of(15, 60, 240, 480, 1440);

  private final Ports ports;
  private final Words words;
  private final Store store;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Runnable end;
  private final VBox root;
  private final Label range = label("replay-range");
  private final Label cuts = label("replay-cuts");
  private final Label notice = label("replay-notice");
  private final TextField time = new TextField();
  private final Map<Duration, Button> agos = new LinkedHashMap<>();
  private final Button begin = new Button();
  private Optional<Duration> looked = Optional.empty();

  private ReplayPage(Ports ports, Words words, Store store, Executor elsewhere, Consumer<Runnable> screen, Runnable end) {
    this.ports = ports;
    this.words = words;
    this.store = store;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.end = end;
    Label title = label("replay-title");
    title.setText(words.say("ui.replay.page.title"));
    Label what = label("replay-what");
    what.setText(words.say("ui.replay.page.what"));
    time.setId("replay-time");
    time.setPromptText(words.say("ui.replay.page.time"));
    time.setAccessibleText(words.say("ui.replay.page.time"));
    time.setOnAction(e -> open());
    Button open = new Button(words.say("ui.replay.page.open"));
    open.setId("replay-open");
    open.setOnAction(e -> open());
    HBox line = new HBox(time, open);
    line.getStyleClass().add("replay-line");
    begin.setId("replay-begin");
    FlowPane ago = new FlowPane();
    ago.getStyleClass().add("replay-ago");
    AGO.forEach(minutes -> agos.put(Duration.ofMinutes(minutes), ago(minutes)));
    ago.getChildren().addAll(agos.values());
    ago.getChildren().add(begin);
    ago.getChildren().forEach(button -> offer(button, false));
    root = new VBox(title, what, range, line, ago, notice, cuts);
    root.setId("page-replay-root");
    root.getStyleClass().add("replay-page");
    root.getStylesheets().add(Objects.requireNonNull(ReplayPage.class.getResource("replay.css")).toExternalForm());
  }

  /** @param elsewhere a thread that may wait: the journal is read there, and nowhere else */
  public static Page.Making by(Store store, Executor elsewhere) {
    return (ports, words) -> {
      Door door = Door.screen();
      return new ReplayPage(ports, words, store, elsewhere, door::post, door::close);
    };
  }

  /** All at once on the FX thread: for a picture. */
  static ReplayPage still(Ports ports, Words words, Store store) {
    return new ReplayPage(ports, words, store, Runnable::run, Runnable::run, () -> {});
  }

  private static Label label(String name) {
    Label label = new Label();
    label.setId(name);
    label.getStyleClass().add(name);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** What is not there is not offered, and leaves no hole. */
  private static void offer(Node button, boolean there) {
    button.setVisible(there);
    button.setManaged(there);
  }

  private Button ago(int minutes) {
    Duration ago = Duration.ofMinutes(minutes);
    Button button = new Button(words.say("ui.replay.page.ago", words.figures().length(ago)));
    button.setId("replay-ago-" + minutes);
    button.setOnAction(e -> open(ports.now().get().wall().minus(ago)));
    return button;
  }

  @Override
  public String id() {
    return "replay";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen) {
    Duration now = seen.now().mono();
    if (looked.filter(at -> now.minus(at).compareTo(LOOK) < 0).isPresent()) return;
    looked = Optional.of(now);
    elsewhere.execute(this::look);
  }

  private void look() {
    try {
      Extent extent = store.extent();
      screen.accept(() -> say(extent));
    } catch (Unreadable e) {
      screen.accept(() -> {
        range.setText(words.say(e.why()));
        cuts.setText("");
        agos.values().forEach(button -> offer(button, false));
        offer(begin, false);
      });
    }
  }

  private void say(Extent extent) {
    range.setText(words.say("ui.replay.page.range", extent.from(), extent.to()));
    Instant now = ports.now().get().wall();
    agos.forEach((ago, button) -> offer(button, !now.minus(ago).isBefore(extent.from())));
    begin.setText(words.say("ui.replay.page.begin", words.figures().when(extent.from(), now)));
    begin.setOnAction(e -> open(extent.from()));
    offer(begin, true);
    List<String> all = extent.cuts().stream().map(c -> words.say(c.why())).toList();
    cuts.setText(all.subList(Math.max(0, all.size() - CUTS), all.size()).reversed().stream().collect(Collectors.joining("\n")));
  }

  private void open() {
    switch (Typed.past(time.getText(), ports.now().get().wall(), words.figures().zone())) {
      case Typed.Found(Instant at) -> open(at);
      case Typed.Not(Reason why) -> notice.setText(words.say(why));
    }
  }

  private void open(Instant at) {
    notice.setText(words.say("ui.replay.page.opening", at));
    ports.wishes().accept(new Wish.Replay(at,
        why -> notice.setText(why.map(words::say).orElseGet(() -> words.say("ui.replay.page.opened", at)))));
  }

  @Override
  public void focus() {
    time.requestFocus();
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("Enter", words.say("ui.replay.page.open")));
  }

  @Override
  public void resume(Page before) {
    if (before instanceof ReplayPage other) time.setText(other.time.getText());
  }

  @Override
  public void close() {
    end.run();
  }
}
