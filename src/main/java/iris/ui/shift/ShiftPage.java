package iris.ui.shift;

import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.shift.paper.Press;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page "shift": at the left what is handed over, at the right what can be done about it, one thing at a time. */
public final class ShiftPage implements Page {
  private static final Duration AFRESH = Duration.ofSeconds(1);

  private final Words words;
  private final HBox root = new HBox();
  private final SheetView sheet = new SheetView();
  private final ToggleGroup chosen = new ToggleGroup();
  private final VBox place = new VBox();
  private final NoteTool note;
  private final SignTool sign;
  private final PaperTool paper;
  private final CheckTool check;
  private final List<Tool> tools;
  private @Nullable Seen drawn;
  @SuppressWarnings("NullAway.Init")
  private Sheet made;

  /** @param home of whoever is at the desk: where files go if nothing else is said */
  public ShiftPage(Ports ports, Words words, Trials trials, Path home) {
    this(ports, words, trials, home, Press.ofThisMachine());
  }

  /** With a press of its own. */
  ShiftPage(Ports ports, Words words, Trials trials, Path home, Press press) {
    this.words = words;
    note = new NoteTool(ports, words);
    sign = new SignTool(ports, words);
    paper = new PaperTool(words, home, press, sign::signed);
    check = new CheckTool(ports, words, trials);
    tools = List.of(note, sign, paper, new ExerciseTool(ports, words), check);
    FlowPane names = new FlowPane();
    names.getStyleClass().add("shift-tools");
    tools.forEach(tool -> names.getChildren().add(name(tool)));
    ScrollPane scroll = new ScrollPane(place);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("shift-place");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox right = new VBox(names, scroll);
    right.getStyleClass().add("shift-right");
    HBox.setHgrow(sheet, Priority.ALWAYS);
    sheet.setMinWidth(0);
    root.getStyleClass().add("shift");
    root.getStylesheets().add(Objects.requireNonNull(ShiftPage.class.getResource("shift.css")).toExternalForm());
    root.getChildren().addAll(sheet, right);
    choose(note);
  }

  private ToggleButton name(Tool tool) {
    ToggleButton name = new ToggleButton(tool.kind().key().getName() + "\u2002" + words.say("ui.shift.tool." + tool.kind().id()));
    name.setId("shift-tool-" + tool.kind().id());
    name.setToggleGroup(chosen);
    name.setUserData(tool);
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setOnAction(e -> {
      choose(tool);
      tool.opened();
    });
    return name;
  }

  private void choose(Tool tool) {
    chosen.getToggles().stream().filter(t -> t.getUserData() == tool).findFirst().ifPresent(chosen::selectToggle);
    place.getChildren().setAll(tool.root());
  }

  private Optional<Tool> open() {
    return tools.stream().filter(t -> place.getChildren().contains(t.root())).findFirst();
  }

  @Override
  public String id() {
    return "shift";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen) {
    if (stale(seen)) {
      drawn = seen;
      made = SheetMaker.sheet(Handover.of(seen.board(), seen.now()), seen.board(), words);
      sheet.show(made);
    }
    tools.forEach(tool -> tool.show(seen, made));
  }

  /** What a hand waits for is drawn at once; windows and ages of a thousand services are looked at once a second. */
  private boolean stale(Seen seen) {
    return drawn == null || seen.board().shift() != drawn.board().shift()
        || Duration.between(drawn.now().wall(), seen.now().wall()).abs().compareTo(AFRESH) >= 0;
  }

  /** A check that is due; whatever else stands on the page waits on pages of its own. */
  @Override
  public int waiting(Seen seen) {
    return Checkup.due(seen.board().shift(), seen.now().wall()) ? 1 : 0;
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) return false;
    if (key.getCode() == KeyCode.ESCAPE) return escape();
    Optional<Tool.Kind> kind = Tool.Kind.of(key.getCode());
    kind.ifPresent(k -> {
      Tool tool = tools.get(k.ordinal());
      choose(tool);
      tool.opened();
    });
    return kind.isPresent();
  }

  private boolean escape() {
    boolean left = check.leave();
    boolean away = !sheet.isFocused();
    sheet.requestFocus();
    return left || away;
  }

  @Override
  public List<Key> keys() {
    return Stream.of(Tool.Kind.values())
        .map(k -> new Key(k.key().getName(), words.say("ui.shift.tool." + k.id() + ".key"))).toList();
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof ShiftPage was)) return;
    note.text.setText(was.note.text.getText());
    sign.outgoing.setText(was.sign.outgoing.getText());
    sign.incoming.setText(was.sign.incoming.getText());
    paper.folder.setText(was.paper.folder.getText());
    was.open().ifPresent(t -> choose(tools.get(t.kind().ordinal())));
  }

  @Override
  public void close() {
    tools.forEach(Tool::close);
  }
}
