package iris.ui.acts;

import iris.ui.desk.Slots;
import iris.ui.desk.Slots.Slot;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where on the page: the services, the lists that are never hidden, and below them the deeds or a form. */
final class ServicesView extends VBox {
  private static final double[] SHARES = {42, 58};

  final ListView<Slot<ServiceLine>> services = new ListView<>();
  final ListView<Slot<Kept>> kept = new ListView<>();
  final Slots<String, ServiceLine> lines = new Slots<>(services, ServiceLine::key);
  final Slots<String, Kept> keeping = new Slots<>(kept, Kept::id);
  final Button plan;
  final Button out;
  final Button back;
  final Button end;
  private final Label counts = Fields.sentence("counts");
  private final Label denied = Fields.sentence("denied");
  final FlowPane deeds = new FlowPane();
  private final StackPane place = new StackPane();

  ServicesView(Words words) {
    getStyleClass().add("services");
    getStylesheets().add(Objects.requireNonNull(ServicesView.class.getResource("services.css")).toExternalForm());
    services.setId("services");
    services.setAccessibleText(words.say("ui.services.access.services"));
    services.setCellFactory(Row.of(() -> new Lines(true), line -> new Lines.Said(false, Optional.of(line.shown()),
        line.name(), List.of(line.state(), line.muted()), line.spoken())));
    services.setPlaceholder(new Label(words.say("ui.wall.empty")));
    kept.setId("kept");
    kept.setAccessibleText(words.say("ui.services.access.kept"));
    kept.setCellFactory(Row.of(() -> new Lines(false), line -> new Lines.Said(line.head(), Optional.empty(),
        line.what(), Stream.of(line.by()).filter(s -> !s.isEmpty()).toList(), line.spoken())));
    plan = button("plan", "M\u2002" + words.say("ui.services.deed.plan"));
    out = button("out", "O\u2002" + words.say("ui.services.deed.out"));
    back = button("back", "B\u2002" + words.say("ui.services.deed.back"));
    end = button("end", "");
    deeds.getStyleClass().add("service-deeds");
    deeds.getChildren().addAll(plan, out, back, end);
    denied.getStyleClass().add("denied");
    denied.managedProperty().bind(denied.textProperty().isNotEmpty());
    GridPane both = new GridPane();
    both.getStyleClass().add("service-lists");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      both.getColumnConstraints().add(column);
    }
    counts.getStyleClass().add("pane-title");
    both.addRow(0, below(title(words.say("ui.services.title.services")), services), below(counts, kept));
    VBox.setVgrow(both, Priority.ALWAYS);
    both.setMinHeight(0);
    place.setMinHeight(USE_PREF_SIZE);
    place.getChildren().setAll(new VBox(deeds, denied));
    getChildren().addAll(both, place);
    setMinSize(0, 0);
  }

  /** A title may wrap: the list below it takes what is left. */
  private static VBox below(Label title, ListView<?> list) {
    VBox both = new VBox(title, list);
    list.setMinHeight(0);
    both.setMinSize(0, 0);
    VBox.setVgrow(list, Priority.ALWAYS);
    GridPane.setVgrow(both, Priority.ALWAYS);
    return both;
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("pane-title");
    return label;
  }

  private static Button button(String id, String word) {
    Button button = new Button(word);
    button.setId("deed-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** The form in the place of the deeds; empty: the deeds again. */
  void form(Optional<Form> form) {
    if (form.isPresent()) place.getChildren().setAll(form.get());
    else place.getChildren().setAll((VBox) deeds.getParent());
  }

  void counts(String sentence) {
    if (!sentence.equals(counts.getText())) counts.setText(sentence);
  }

  void denied(String sentence) {
    if (!sentence.equals(denied.getText())) denied.setText(sentence);
  }

  Optional<ServiceLine> service() {
    return lines.selected().stream().findFirst();
  }

  Optional<Kept> chosen() {
    return keeping.selected().stream().findFirst();
  }
}
