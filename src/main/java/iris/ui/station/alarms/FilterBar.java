package iris.ui.station.alarms;

import iris.alarm.OriginVerdict.Fault;
import iris.signal.Priority;
import iris.ui.control.Named;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.controlsfx.control.textfield.TextFields;

/** The search, the filters, and the way to what is set aside, whose number is always seen. */
final class FilterBar extends FlowPane {
  private final Words words;
  private final Runnable changed;
  private final TextField search = TextFields.createClearableTextField();
  private final ComboBox<Filter.State> state;
  private final ComboBox<Optional<Priority>> priority;
  private final ComboBox<Optional<Fault>> origin;
  private final Button aside = new Button();
  private Filter.Muted muted = Filter.Muted.WITHOUT;
  private int asideNumber;
  private boolean quiet;

  /** @param changed told after each change by a hand */
  FilterBar(Words words, Node views, Runnable changed) {
    this.words = words;
    this.changed = changed;
    getStyleClass().add("filters");
    search.setId("search");
    search.setPromptText(words.say("ui.station.alarms.search"));
    search.setAccessibleText(words.say("ui.station.alarms.search"));
    search.textProperty().addListener((p, before, now) -> told());
    state = choice("filter-state", List.of(Filter.State.values()), s -> say("state." + s));
    priority = choice("filter-priority", any(Priority.values()), p -> p.map(Enum::name).orElse(say("any-priority")));
    origin = choice("filter-origin", any(Fault.values()),
        f -> f.map(fault -> words.say("ui.wall.short.fault." + fault)).orElse(say("any-origin")));
    origin.getItems().remove(Optional.of(Fault.NORMAL));
    aside.setId("aside");
    aside.setMinWidth(USE_PREF_SIZE);
    aside.setOnAction(e -> {
      muted = muted.next();
      told();
    });
    getChildren().addAll(search, state, priority, origin, aside, views);
    show(Filter.USUAL, "");
  }

  private String say(String what) {
    return words.say("ui.station.alarms." + what);
  }

  private static <E> List<Optional<E>> any(E[] values) {
    List<Optional<E>> all = new ArrayList<>();
    all.add(Optional.empty());
    Stream.of(values).map(Optional::of).forEach(all::add);
    return all;
  }

  private <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> said) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.getItems().addAll(values);
    box.setVisibleRowCount(values.size());
    box.setAccessibleText(say("access." + id.substring("filter-".length())));
    box.setConverter(Named.by(said));
    box.valueProperty().addListener((p, before, now) -> told());
    return box;
  }

  private void told() {
    sayAside();
    if (!quiet) changed.run();
  }

  Filter filter() {
    return new Filter(state.getValue(), priority.getValue(), origin.getValue(), muted);
  }

  String search() {
    return search.getText();
  }

  void show(Filter filter, String typed) {
    quiet = true;
    state.setValue(filter.state());
    priority.setValue(filter.priority());
    origin.setValue(filter.origin());
    muted = filter.muted();
    search.setText(typed);
    quiet = false;
    told();
  }

  /** How many are set aside, whether they are shown or not. */
  void aside(int number) {
    asideNumber = number;
    sayAside();
  }

  private void sayAside() {
    String text = words.say("ui.station.alarms.aside", asideNumber, say("muted." + muted));
    if (!text.equals(aside.getText())) aside.setText(text);
  }

  void nextAside() {
    aside.fire();
  }

  void toSearch() {
    search.requestFocus();
    search.selectAll();
  }

  boolean searching() {
    return search.isFocused();
  }

  /** True if there was something to clear. */
  boolean clearSearch() {
    boolean some = !search.getText().isEmpty();
    search.clear();
    return some;
  }
}
