package iris.ui.station;

import iris.ui.page.Page;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pages by name, each with its key and how many things wait there. */
final class Rail extends VBox {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  private final Words words;
  private final List<Item> items = new ArrayList<>();

  Rail(List<Page> pages, Words words, Consumer<Page> chosen) {
    this.words = words;
    getStyleClass().add("rail");
    setAccessibleText(words.say("ui.station.rail"));
    setMinWidth(USE_PREF_SIZE);
    ToggleGroup one = new ToggleGroup();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      Item item = new Item(words.say("ui.page." + page.id()), PageKeys.name(i, words));
      item.setId("page-" + page.id());
      item.setToggleGroup(one);
      item.setOnAction(e -> chosen.accept(page));
      items.add(item);
    }
    // Names stand in one column, whatever their keys are called.
    pseudoClassStateChanged(LONG, pages.size() > PageKeys.PLAIN);
    getChildren().addAll(items);
  }

  /** Which one is seen. Only that one is a stop of Tab: arrows go on from there. */
  void select(int at) {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setSelected(i == at);
      items.get(i).setFocusTraversable(i == at);
    }
  }

  void waiting(int at, int number) {
    items.get(at).waiting(number, words);
  }

  private static final class Item extends ToggleButton {
    /** Border and padding at both sides, in pixels; as in the style sheet. */
    private static final double EDGES = 18;

    private final String name;
    private final Label count = new Label();

    Item(String name, String key) {
      this.name = name;
      getStyleClass().add("rail-item");
      Label of = new Label(name);
      of.getStyleClass().add("rail-name");
      of.setMinWidth(USE_PREF_SIZE);
      Label by = new Label(key);
      by.getStyleClass().add("rail-key");
      by.setMinWidth(USE_PREF_SIZE);
      count.getStyleClass().add("rail-count");
      count.setMinWidth(USE_PREF_SIZE);
      count.setVisible(false);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox line = new HBox(by, of, gap, count);
      line.getStyleClass().add("rail-line");
      setGraphic(line);
      setMaxWidth(Double.MAX_VALUE);
      line.minWidthProperty().bind(widthProperty().subtract(EDGES));
      setAccessibleText(name);
    }

    void waiting(int number, Words words) {
      String text = number == 0 ? "" : Integer.toString(number);
      if (text.equals(count.getText())) return;
      count.setText(text);
      count.setVisible(number > 0);
      setAccessibleText(number == 0 ? name : words.say("ui.station.waiting", name, number));
    }

    /** A page that is seen cannot be pressed away. */
    @Override
    public void fire() {
      if (!isSelected()) super.fire();
    }
  }
}
