package iris.ui.charts;

import iris.history.years.Known;
import iris.ui.charts.model.Behind;
import iris.ui.charts.model.Levels;
import iris.ui.charts.model.Plan;
import iris.ui.charts.model.Span;
import iris.ui.control.Named;
import iris.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What is chosen above a chart: the service, the span, what is laid behind, the scale. */
final class Bar extends FlowPane {
  /** What the bar asks of the page. */
  interface Asks {
    void service(String key);

    void span(Span span);

    void whole();

    void behind(Behind behind);

    void scale();

    void finer();

    void copyPicture();

    void copyFigures();

    void save();
  }

  /** A service and its name. */
  record Choice(String key, String name) {}

  final ComboBox<Choice> service = new ComboBox<>();
  private final ComboBox<Behind> behind = new ComboBox<>();
  private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);
  private final Button scale;
  private final Button finer;
  private final Words words;
  private boolean showing;

  Bar(Words words, Asks asks) {
    this.words = words;
    getStyleClass().add("charts-bar");
    service.setId("chart-service");
    service.setAccessibleText(words.say("ui.charts.service"));
    service.setConverter(Named.by(Choice::name));
    service.valueProperty().addListener((p, before, after) -> chosen(after, c -> asks.service(c.key())));
    behind.setId("chart-behind");
    behind.setAccessibleText(words.say("ui.charts.behind"));
    behind.getItems().setAll(Behind.values());
    behind.setConverter(Named.by(b -> words.say("ui.charts.behind." + b)));
    behind.valueProperty().addListener((p, before, after) -> chosen(after, asks::behind));
    HBox buttons = new HBox();
    buttons.getStyleClass().add("charts-spans");
    for (Span span : Span.values()) {
      ToggleButton button = new ToggleButton(words.say("ui.charts.span." + span));
      button.setId("chart-span-" + span);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(e -> asks.span(span));
      spans.put(span, button);
      buttons.getChildren().add(button);
    }
    scale = button("chart-scale", "L", asks::scale);
    finer = button("chart-finer", "D", asks::finer);
    Button whole = button("chart-whole", "0", asks::whole);
    whole.setText("0\u2002" + words.say("ui.charts.whole"));
    getChildren().addAll(service, buttons, whole, behind, scale, finer, deed("picture", "Y", asks::copyPicture),
        deed("figures", "C", asks::copyFigures), deed("save", "E", asks::save));
  }

  private Button deed(String name, String key, Runnable act) {
    Button button = button("chart-" + name, key, act);
    button.setText(key + "\u2002" + words.say("ui.charts.deed." + name));
    return button;
  }

  private static Button button(String id, String key, Runnable act) {
    Button button = new Button(key);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> act.run());
    return button;
  }

  /** By a hand, not by {@link #show}. */
  private <T> void chosen(T value, Consumer<T> then) {
    if (value != null && !showing) then.accept(value);
  }

  void offer(List<Choice> services) {
    if (services.equals(service.getItems())) return;
    showing = true;
    Optional<String> chosen = Optional.ofNullable(service.getValue()).map(Choice::key);
    service.getItems().setAll(services);
    chosen.ifPresent(this::select);
    showing = false;
  }

  private void select(String key) {
    service.setValue(service.getItems().stream().filter(c -> c.key().equals(key)).findFirst().orElse(new Choice(key, key)));
  }

  void show(Wanted wanted) {
    showing = true;
    if (Optional.ofNullable(service.getValue()).map(c -> !c.key().equals(wanted.service())).orElse(true)) select(wanted.service());
    behind.setValue(wanted.behind());
    spans.forEach((span, button) -> button.setSelected(wanted.span().equals(Optional.of(span))));
    put(scale, "L\u2002" + words.say("ui.charts.scale." + wanted.scale()));
    put(finer, "D\u2002" + words.say("ui.charts.finer." + wanted.finer()));
    showing = false;
  }

  private static void put(Button button, String text) {
    if (!text.equals(button.getText())) button.setText(text);
  }

  /** The services of a board and those that only the past knows. */
  static List<Choice> services(List<Choice> board, List<Known> past) {
    List<Choice> all = new ArrayList<>(board);
    for (Known known : past)
      if (board.stream().noneMatch(c -> c.key().equals(known.service()))) all.add(new Choice(known.service(), known.service()));
    return all;
  }

  static Levels.Wish next(Levels.Wish scale) {
    return Levels.Wish.values()[(scale.ordinal() + 1) % Levels.Wish.values().length];
  }

  static int next(int finer) {
    return (finer + 1) % (Plan.FINEST + 1);
  }

  static Behind next(Behind behind) {
    return Behind.values()[(behind.ordinal() + 1) % Behind.values().length];
  }
}
