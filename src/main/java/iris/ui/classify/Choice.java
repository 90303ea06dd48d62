package iris.ui.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** One of few, all of them in sight: a row of buttons of which one is pressed. */
final class Choice<T> extends FlowPane {
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
  private final ToggleGroup group = new ToggleGroup();

  /** @param name in front; {@code changed} is told after each choice of a hand */
  Choice(String id, String name, Iterable<T> all, Function<T, String> word, Runnable changed) {
    setId(id);
    getStyleClass().add("choice");
    Label label = new Label(name);
    label.getStyleClass().add("choice-name");
    getChildren().add(label);
    for (T each : all) {
      ToggleButton button = new ToggleButton(word.apply(each));
      button.setId(id + "-" + String.valueOf(each).toLowerCase(java.util.Locale.ROOT));
      button.setToggleGroup(group);
      button.setOnAction(e -> {
        button.setSelected(true);
        changed.run();
      });
      buttons.put(each, button);
      getChildren().add(button);
    }
    set(all.iterator().next());
  }

  T get() {
    return buttons.entrySet().stream().filter(e -> e.getValue().isSelected()).findFirst().orElseThrow().getKey();
  }

  void set(T value) {
    Objects.requireNonNull(buttons.get(value)).setSelected(true);
  }
}
