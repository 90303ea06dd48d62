package iris.ui.receipt;

import iris.alarm.Board;
import iris.alarm.Receipt;
import iris.ui.alert.Names;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Why a tile says what it says: services at the left, the receipt of the one that is chosen beside them. */
public final class WhyPage implements Page {
  private final Ports ports;
  private final Words words;
  private final BorderPane root = new BorderPane();
  private final ListView<String> services = new ListView<>();
  private final WhyView view = new WhyView();
  private final Label said = new Label();
  private final Button copy;
  private final Button wrong;
  private @Nullable Board board;
  private Optional<WhyModel> model = Optional.empty();
  private @Nullable Seen last;

  public WhyPage(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    root.getStyleClass().addAll("page", "why");
    root.getStylesheets().add(
        Objects.requireNonNull(WhyPage.class.getResource("receipt.css")).toExternalForm());
    services.setId("why-services");
    services.getStyleClass().add("why-services");
    services.setCellFactory(list -> new NameCell());
    services.getSelectionModel().selectedItemProperty().addListener((property, before, after) -> again());
    copy = button("copy", "C", this::copy);
    wrong = button("wrong", "M", this::wrong);
    said.setId("why-said");
    said.getStyleClass().add("notice");
    HBox deeds = new HBox(copy, wrong, said);
    deeds.getStyleClass().addAll("deeds", "why-deeds");
    root.setLeft(services);
    root.setCenter(view);
    root.setBottom(deeds);
  }

  private Button button(String name, String key, Runnable act) {
    Button button = new Button(key + "\u2002" + words.say("ui.receipt." + name));
    button.setId("why-" + name);
    button.setOnAction(e -> act.run());
    return button;
  }

  /** The name of a service, from the board that is shown. */
  private final class NameCell extends ListCell<String> {
    @Override
    protected void updateItem(String key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || board == null ? null : words.say("ui.receipt.service", Names.service(board, key),
          words.say("ui.wall.state." + Objects.requireNonNull(board.services().get(key)).shown())));
    }
  }

  @Override
  public String id() {
    return "why";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen seen) {
    last = seen;
    boolean names = board == null || !states(board).equals(states(seen.board()));
    board = seen.board();
    List<String> keys = List.copyOf(board.services().keySet());
    if (!keys.equals(services.getItems())) {
      String chosen = services.getSelectionModel().getSelectedItem();
      services.getItems().setAll(keys);
      if (chosen != null && keys.contains(chosen)) services.getSelectionModel().select(chosen);
    }
    if (names) services.refresh();
    if (services.getSelectionModel().isEmpty()) worst().ifPresent(services.getSelectionModel()::select);
    again();
  }

  private static List<String> states(Board board) {
    return board.services().values().stream().map(s -> s.key() + s.shown() + s.service().name()).toList();
  }

  /** Who asks "why" without saying of what means what is worst. */
  private Optional<String> worst() {
    return board().services().values().stream()
        .min(java.util.Comparator.comparingInt(s -> switch (s.shown()) {
          case DOWN -> 0;
          case LOST -> 1;
          case DEGRADED -> 2;
          case UNKNOWN -> 3;
          case INIT -> 4;
          case MAINTENANCE, OUT_OF_SERVICE -> 5;
          case UP -> 6;
        })).map(s -> s.key());
  }

  private void again() {
    if (last == null) return;
    model = Optional.ofNullable(services.getSelectionModel().getSelectedItem())
        .flatMap(key -> Receipt.of(last().board(), key, last().log().newestFirst()))
        .map(receipt -> WhyModel.of(receipt, last().board(), last().now(), words));
    model.ifPresentOrElse(view::show, () -> view.empty(words.say("ui.receipt.choose")));
    copy.setDisable(model.isEmpty());
    wrong.setDisable(model.flatMap(WhyModel::unclear).isEmpty());
  }

  @Override
  public void open(String subject) {
    if (last == null) return;
    String key = last.board().services().containsKey(subject) ? subject : last.board().services().values().stream()
        .filter(s -> s.feed().equals(subject)).map(s -> s.key()).findFirst().orElse(null);
    if (key == null) return;
    services.getSelectionModel().select(key);
    services.scrollTo(key);
    said.setText("");
  }

  private void copy() {
    model.ifPresent(m -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(m.text());
      Clipboard.getSystemClipboard().setContent(content);
      said.setText(words.say("ui.receipt.copied"));
    });
  }

  private void wrong() {
    String service = services.getSelectionModel().getSelectedItem();
    if (model.flatMap(WhyModel::unclear).isPresent())
      ports.wishes().accept(new Wish.Desk(Optional.of("classify"), Optional.of(service)));
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode() == KeyCode.C || !key.isShortcutDown() && key.getCode() == KeyCode.C) copy();
    else if (key.getCode() == KeyCode.M) wrong();
    else return false;
    return true;
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("C", words.say("ui.receipt.copy")), new Key("M", words.say("ui.receipt.wrong")));
  }

  @Override
  public void resume(Page before) {
    if (before instanceof WhyPage page) {
      last = page.last;
      if (last != null) show(last);
      Optional.ofNullable(page.services.getSelectionModel().getSelectedItem()).ifPresent(this::open);
    }
  }

  private Seen last() {
    return Objects.requireNonNull(last, "shown first");
  }

  private Board board() {
    return Objects.requireNonNull(board, "shown first");
  }
}
