package iris.ui.setup;

import iris.alarm.Act;
import iris.alarm.Rules;
import iris.settings.Section;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings: groups at the left, what is being set in the middle, and what becomes of it below. */
public final class SetupPage implements Page, Workbook.Reader {
  private final Words words;
  private final Door door = Door.screen();
  private final Workbook book;
  private final BorderPane root = new BorderPane();
  private final VBox groups = new VBox();
  private final ScrollPane middle = new ScrollPane();
  private final Label notice = Field.wrapping("", "setup-notice");
  private final Button save;
  private final Button discard;
  private final Button undo;
  private Section section = Section.FEEDS;
  private Section shown = Section.FEEDS;
  private @Nullable Pane pane;
  private @Nullable FeedsPane feeds;
  private Optional<String> wanted = Optional.empty();
  private @Nullable Rules rules;

  public SetupPage(Ports ports, Words words, Bench bench) {
    this.words = words;
    book = new Workbook(ports, words, bench, door);
    save = FeedsPane.button("setup-save", words.say("ui.setup.save"), this::save);
    discard = FeedsPane.button("setup-discard", words.say("ui.setup.discard"), this::discard);
    undo = FeedsPane.button("setup-undo", words.say("ui.setup.undo"), book::undo);
    root.getStyleClass().add("setup");
    root.getStylesheets().add(Objects.requireNonNull(SetupPage.class.getResource("setup.css")).toExternalForm());
    root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (shortcut(e)) e.consume();
    });
    build();
    book.readBy(this);
    book.look();
  }

  private void build() {
    groups.getStyleClass().add("setup-groups");
    Arrays.stream(Section.values()).sorted((a, b) -> Boolean.compare(b == Section.FEEDS, a == Section.FEEDS))
        .forEach(s -> groups.getChildren().add(group(s)));
    middle.setFitToWidth(true);
    middle.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    middle.setFocusTraversable(false);
    middle.getStyleClass().add("setup-middle");
    notice.setId("setup-notice");
    HBox.setHgrow(notice, Priority.ALWAYS);
    notice.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(notice, undo, discard, save);
    foot.getStyleClass().add("setup-foot");
    ScrollPane left = new ScrollPane(groups);
    left.setFitToWidth(true);
    left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    left.setFocusTraversable(false);
    left.getStyleClass().add("setup-left");
    root.setLeft(left);
    root.setCenter(middle);
    root.setBottom(foot);
  }

  private ToggleButton group(Section of) {
    ToggleButton button = new ToggleButton(name(of));
    button.setId("group-" + of.word());
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("setup-group");
    button.setOnAction(e -> go(of));
    return button;
  }

  /** A section that came later than these words is called as it is written. */
  private String name(Section of) {
    String key = "ui.setup.section." + of.word();
    return words.knows(key) ? words.say(key) : of.word();
  }

  private void go(Section to) {
    section = to;
    wanted = Optional.empty();
    leaf();
  }

  private void leaf() {
    if (book.pages().isEmpty()) return;
    String sought = pane != null && section == shown ? pane.sought() : "";
    shown = section;
    if (feeds != null) feeds.list();
    feeds = section == Section.FEEDS ? new FeedsPane(book) : null;
    pane = feeds != null ? feeds : new SectionPane(book, section, others(), wanted, extras());
    pane.seek(sought);
    middle.setContent(pane.root());
    middle.setVvalue(0);
    // What is scrolled stands in the scene only when its view has a skin; before that it can have no focus.
    if (root.getScene() != null) {
      middle.applyCss();
      middle.layout();
    }
    touched();
  }

  /** Names that the board knows. */
  private List<String> others() {
    return section.named() && section != Section.RELAY ? List.copyOf(book.ports.board().get().services().keySet()) : List.of();
  }

  private List<SectionPane.Extra> extras() {
    return switch (section) {
      case SERVICES -> List.of(new DayLine(book));
      case SOUND -> List.of(new Plays(book));
      case DISPLAY -> List.of(new Screens(book));
      case VANTAGE -> List.of(new Probes(book));
      default -> List.of();
    };
  }

  @Override
  public void leafed() {
    if (pane == null) leaf();
    if (wanted.filter(Wish.NEW::equals).isPresent() && feeds != null) {
      wanted = Optional.empty();
      feeds.add();
    }
    touched();
  }

  @Override
  public void kept() {
    leaf();
    // There is nothing to save now, and a button that greys sends the focus anywhere.
    groups.lookup("#group-" + section.word()).requestFocus();
  }

  @Override
  public void touched() {
    if (pane != null) pane.show();
    groups.getChildren().forEach(g -> ((ToggleButton) g).setSelected(g.getId().equals("group-" + section.word())));
    int typed = book.unsaved();
    save.setText(typed == 0 ? words.say("ui.setup.save") : words.say("ui.setup.save-some", typed));
    save.setDisable(typed == 0 || book.busy());
    discard.setDisable(typed == 0);
    undo.setVisible(book.undoable());
    undo.setManaged(book.undoable());
    String role = book.ports.refuses(Act.Configure.class).map(words::say).orElse("");
    notice.setText(book.notice().isEmpty() ? role : book.notice());
  }

  private void save() {
    book.save(book.edits(at -> true), words.say("ui.setup.saved"));
  }

  private void discard() {
    book.forget(at -> true);
    book.say("");
    leaf();
  }

  private boolean shortcut(KeyEvent e) {
    if (!e.isShortcutDown()) return false;
    if (e.getCode() == KeyCode.S) save();
    else if (e.getCode() == KeyCode.Z && book.undoable() && book.unsaved() == 0 && !typing()) book.undo();
    else return false;
    return true;
  }

  /** What was typed where nothing is saved from is taken back first, not what was saved before. */
  private boolean typing() {
    return root.getScene() != null && root.getScene().getFocusOwner() instanceof TextInputControl text && text.isUndoable();
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public Region root() {
    return root;
  }

  /** The files are looked at again whenever the console took over something else. */
  @Override
  public void show(Seen seen) {
    if (seen.board().rules() != rules) book.look();
    rules = seen.board().rules();
  }

  /** {@link Wish#NEW}, a feed or a service. */
  @Override
  public void open(String subject) {
    boolean service = book.ports.board().get().services().containsKey(subject);
    section = subject.equals(Wish.NEW) || !service ? Section.FEEDS : Section.SERVICES;
    wanted = Optional.of(subject);
    leaf();
    if (feeds == null || book.pages().isEmpty()) return;
    wanted = Optional.empty();
    if (subject.equals(Wish.NEW)) feeds.add();
    else feeds.edit(subject);
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) return pane != null && pane.leave();
    // Before the window: what it takes back is an act, and here somebody means what was just saved.
    if (shortcut(key)) return true;
    if (key.isShortcutDown() || key.isAltDown() || key.getCode() != KeyCode.N) return false;
    open(Wish.NEW);
    return true;
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("N", words.say("ui.setup.keys.new")), new Key("Ctrl S", words.say("ui.setup.keys.save")),
        new Key("Ctrl Z", words.say("ui.setup.keys.undo")), new Key("Esc", words.say("ui.setup.keys.leave")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof SetupPage other)) return;
    section = other.section;
    wanted = other.wanted;
    book.resume(other.book);
    leaf();
    if (pane != null && other.pane != null) pane.seek(other.pane.sought());
    if (feeds != null && other.feeds != null) feeds.resume(other.feeds);
    touched();
  }

  @Override
  public void close() {
    if (feeds != null) feeds.list();
    door.close();
  }
}
