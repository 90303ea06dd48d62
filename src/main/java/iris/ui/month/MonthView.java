package iris.ui.month;

import iris.alarm.Board;
import iris.history.month.Almanac;
import iris.history.month.Shade;
import iris.history.month.Span.Place;
import iris.history.month.Span.Scale;
import iris.history.story.Episode;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page's parts and where they stand; decides nothing. */
final class MonthView extends BorderPane {
  private static final String ALL = "";
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

  /** What the hand on each part does. */
  record Hands(
      IntConsumer turn,
      Consumer<Scale> scale,
      Consumer<Boolean> slow,
      Consumer<Optional<Place>> over,
      Consumer<Place> chosen,
      Consumer<LocalDate> day,
      Consumer<Optional<Episode>> open,
      Runnable service) {}

  final Leaf leaf;
  private final Words words;
  private final Sayer sayer;
  private final Legend legend;
  private final Calendar calendar;
  private final Causes causes;
  private final Label title = new Label();
  private final Label said = new Label();
  private final Label trouble = new Label();
  private final Label dayTitle = new Label();
  private final Label calm = new Label();
  private final ComboBox<String> services = new ComboBox<>();
  private final ListView<Line> lines = new ListView<>();
  private final ToggleButton year;
  private final ToggleButton slow;
  private @Nullable Board board;

  /** One episode of the chosen day. */
  private record Line(Episode episode, String said) {}

  MonthView(Words words, Sayer sayer, Hands hands) {
    this.words = words;
    this.sayer = sayer;
    setId("page-month");
    getStyleClass().addAll("page", "month");
    getStylesheets().add(Objects.requireNonNull(MonthView.class.getResource("month.css")).toExternalForm());
    leaf = new Leaf(sayer, hands.over(), hands.chosen(), () -> hands.open().accept(Optional.empty()));
    legend = new Legend(sayer);
    calendar = new Calendar(sayer, hands.day());
    causes = new Causes(sayer);
    year = toggle("year", "Y", on -> hands.scale().accept(on ? Scale.YEAR : Scale.MONTH));
    slow = toggle("slow", "R", hands.slow());
    services.setId("month-service");
    services.setCellFactory(list -> new NameCell());
    services.setButtonCell(new NameCell());
    services.getItems().setAll(ALL);
    services.setValue(ALL);
    services.valueProperty().addListener((p, before, after) -> hands.service().run());
    lines.setId("month-lines");
    lines.getStyleClass().add("month-lines");
    calm.setWrapText(true);
    lines.setPlaceholder(calm);
    lines.setCellFactory(list -> new LineCell());
    lines.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) line().ifPresent(x -> hands.open().accept(Optional.of(x)));
    });
    lines.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) line().ifPresent(x -> hands.open().accept(Optional.of(x)));
    });
    setTop(bar(hands));
    setCenter(left());
    setRight(right());
  }

  private ToggleButton toggle(String name, String key, Consumer<Boolean> act) {
    ToggleButton button = new ToggleButton(key + "\u2002" + words.say("ui.month." + name));
    button.setId("month-" + name);
    button.setOnAction(e -> act.accept(button.isSelected()));
    return button;
  }

  private HBox bar(Hands hands) {
    Button before = new Button("◀");
    Button after = new Button("▶");
    before.setId("month-before");
    after.setId("month-after");
    before.setAccessibleText(words.say("ui.month.before"));
    after.setAccessibleText(words.say("ui.month.after"));
    before.setOnAction(e -> hands.turn().accept(-1));
    after.setOnAction(e -> hands.turn().accept(1));
    title.setId("month-title");
    title.getStyleClass().add("month-title");
    trouble.setId("month-trouble");
    trouble.getStyleClass().add("notice");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(before, title, after, services, year, slow, gap, trouble);
    bar.getStyleClass().addAll("deeds", "month-bar");
    return bar;
  }

  private VBox left() {
    said.setId("month-said");
    said.getStyleClass().add("month-readout");
    said.setWrapText(true);
    VBox left = new VBox(leaf, said, legend);
    left.getStyleClass().add("month-left");
    VBox.setVgrow(leaf, Priority.ALWAYS);
    return left;
  }

  private VBox right() {
    dayTitle.setId("month-day-title");
    dayTitle.getStyleClass().add("month-head");
    Label of = new Label(words.say("ui.month.causes"));
    of.getStyleClass().add("month-head");
    VBox right = new VBox(calendar, dayTitle, lines, of, causes);
    right.getStyleClass().add("month-right");
    VBox.setVgrow(calendar, Priority.ALWAYS);
    return right;
  }

  private final class NameCell extends ListCell<String> {
    @Override
    protected void updateItem(String key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || key == null ? null : key.equals(ALL) || board == null ? words.say("ui.month.all") : Names.service(board, key));
    }
  }

  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty ? null : line.said());
    }
  }

  private Optional<Episode> line() {
    return Optional.ofNullable(lines.getSelectionModel().getSelectedItem()).map(Line::episode);
  }

  /** Empty: all. */
  Optional<String> service() {
    return Optional.ofNullable(services.getValue()).filter(key -> !key.equals(ALL));
  }

  void choose(String key) {
    if (services.getItems().contains(key)) services.setValue(key);
  }

  void offer(Board now) {
    board = now;
    List<String> keys = new ArrayList<>(List.of(ALL));
    keys.addAll(now.services().keySet());
    if (keys.equals(services.getItems())) return;
    // One by one: whoever clears a list clears what is chosen in it.
    services.getItems().removeIf(key -> !keys.contains(key));
    keys.stream().filter(key -> !services.getItems().contains(key)).forEach(services.getItems()::add);
  }

  /** What stands under it is another month's until that of this title is read: it is dimmed as long. */
  void title(String now) {
    title.setText(now);
    pseudoClassStateChanged(OTHER, true);
  }

  void trouble(String why) {
    trouble.setText(why);
  }

  void said(String square) {
    said.setText(square);
  }

  void scaled(Scale scale) {
    year.setSelected(scale == Scale.YEAR);
    slow.setDisable(scale == Scale.YEAR);
  }

  void shaded(boolean ofTimes) {
    slow.setSelected(ofTimes);
    legend.show(ofTimes);
  }

  void show(Almanac almanac, boolean ofTimes) {
    pseudoClassStateChanged(OTHER, false);
    leaf.show(almanac, ofTimes ? Shade::slow : Shade::available);
    causes.show(almanac.causes(), sayer.causeless(almanac));
  }

  void day(Almanac almanac, LocalDate day, Board now) {
    calendar.show(almanac, day);
    dayTitle.setText(sayer.heading(almanac, day));
    calm.setText(sayer.calm(almanac, day));
    List<Line> all = almanac.on(day).stream().map(e -> new Line(e, sayer.episode(e, day, now, almanac.now()))).toList();
    if (!all.equals(lines.getItems())) lines.getItems().setAll(all);
  }
}
