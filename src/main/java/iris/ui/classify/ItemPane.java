package iris.ui.classify;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Preview;
import iris.alarm.Unclear;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.control.Door;
import iris.ui.control.Grey;
import iris.ui.desk.Ports;
import iris.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One announcement: its words, the form that makes a rule of them, what that would have changed, and the deeds. */
final class ItemPane extends ScrollPane {
  /** A hand that types is not asked at every letter. */
  private static final Duration PAUSE = Duration.ofMillis(250);
  private final Ports ports;
  private final Words words;
  private final Trial trial;
  private final Door door;
  private final Consumer<Act> posted;
  private final Label title = label("item-title");
  private final VBox told = new VBox();
  private final RuleForm form;
  private final PreviewBox preview;
  private final Button keep;
  private final Button aside;
  /** Why a button is grey for want of a role. */
  private final Label grey = label("item-told");
  private final VBox all = new VBox();
  private Optional<Criterion> tried = Optional.empty();
  private Optional<Criterion> shown = Optional.empty();

  /** @param posted told each act that goes out */
  ItemPane(Ports ports, Words words, Trial trial, Door door, Consumer<Act> posted) {
    this.ports = ports;
    this.words = words;
    this.trial = trial;
    this.door = door;
    this.posted = posted;
    form = new RuleForm(words, this::changed);
    preview = new PreviewBox(words, this::buttons);
    keep = button("keep", this::keep);
    aside = button("set-aside", this::setAside);
    form.written.setOnAction(e -> explain());
    form.reason.setOnAction(e -> keep());
    title.setId("item-title");
    FlowPane deeds = new FlowPane(keep, aside);
    deeds.getStyleClass().add("deeds");
    Grey.pressed(deeds, this::attempted);
    all.getStyleClass().add("item-pane");
    grey.setId("classify-grey");
    grey.managedProperty().bind(grey.textProperty().isNotEmpty());
    all.getChildren().addAll(title, told, form, preview, deeds, grey);
    setContent(all);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().add("item-scroll");
    all.setVisible(false);
  }

  private Button button(String name, Runnable act) {
    Button button = new Button(words.say("ui.classify." + name));
    button.setId("classify-" + name);
    button.setOnAction(e -> act.run());
    return button;
  }

  /** Shows the announcement that is chosen; what a hand has begun on the same one stays. */
  void show(Optional<Unclear> chosen, Rows rows) {
    all.setVisible(chosen.isPresent());
    if (chosen.isEmpty()) return;
    Unclear u = chosen.get();
    boolean same = form.about().filter(before -> Rows.key(before).equals(Rows.key(u))).isPresent();
    List<String> lines = rows.told(u);
    if (!title.getText().equals(u.told().title()) || told.getChildren().size() != lines.size() || !same) {
      title.setText(u.told().title());
      told.getChildren().setAll(lines.stream().map(line -> {
        Label label = label("item-told");
        label.setText(line);
        return label;
      }).toList());
    }
    if (same) return;
    form.begin(u);
    changed();
  }

  /** The words of the rule, to be changed. */
  void write() {
    form.written.requestFocus();
    form.written.end();
    reveal(form.written);
  }

  /** The reason, to be given. */
  void explain() {
    form.reason.requestFocus();
    reveal(form.reason);
  }

  /** The toolkit shows what Tab leads to, not what is asked for by a key. */
  private void reveal(Node node) {
    double hidden = all.getHeight() - getViewportBounds().getHeight();
    if (hidden <= 0) return;
    double y = all.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
    setVvalue(Math.clamp((y - 60) / hidden, 0, 1));
  }

  /** What was kept or set aside here is done: the next one begins anew. */
  void done() {
    form.reason.clear();
    shown = Optional.empty();
    tried = Optional.empty();
    changed();
  }

  private void changed() {
    buttons();
    Optional<Criterion> now = form.criterion();
    if (now.equals(tried)) return;
    tried = now;
    shown = Optional.empty();
    if (now.isEmpty() || !now.get().sound()) {
      preview.waiting(words.say("ui.classify.preview.too-wide", Criterion.LEAST));
    } else {
      preview.waiting(words.say("ui.classify.preview.waiting"));
      door.after(PAUSE, () -> tryOut(now.get()));
    }
    buttons();
  }

  private void tryOut(Criterion criterion) {
    if (!tried.equals(Optional.of(criterion))) return;
    Board board = ports.board().get();
    trial.run(criterion, board, p -> door.post(() -> tried(p, board)));
  }

  private void tried(Preview p, Board board) {
    if (!tried.equals(Optional.of(p.criterion()))) return;
    preview.show(p, board, ports.now().get().wall());
    shown = tried;
    buttons();
  }

  private void buttons() {
    Optional<Reason> no = ports.refuses(Act.Classify.class);
    Optional<Reason> noAside = ports.refuses(Act.SetAside.class);
    keep.setDisable(!ready() || form.reason().isEmpty() || no.isPresent());
    aside.setDisable(!askable() || noAside.isPresent());
    // Who may not set aside may not keep a rule either: the harder of the two says whom to ask.
    grey.setText(no.or(() -> noAside).map(why -> Names.sentence(why, words)).orElse(""));
  }

  /** Also for want of a role: the board refuses it then, so that the attempt stands in the journal. */
  void keep() {
    boolean denied = ports.refuses(Act.Classify.class).isPresent();
    if (!denied && (!ready() || form.reason().isEmpty())) return;
    form.criterion().ifPresent(c -> posted.accept(new Act.Classify(c, ports.author(), form.reason())));
  }

  private boolean ready() {
    return shown.isPresent() && shown.equals(form.criterion()) && preview.accepted();
  }

  private boolean askable() {
    return !form.reason().isEmpty() && form.about().filter(Unclear::waits).isPresent();
  }

  private void attempted(Button grey) {
    if (grey == keep) keep();
    else setAside();
  }

  private void setAside() {
    boolean denied = ports.refuses(Act.SetAside.class).isPresent();
    if (denied || askable()) form.about().filter(Unclear::waits).ifPresent(u ->
        posted.accept(new Act.SetAside(u.service(), u.incident().id(), ports.author(), form.reason())));
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
