package iris.ui.acts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The parts of a form. */
final class Fields {
  private Fields() {}

  static TextField text(String id, int columns, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.setPromptText(prompt);
    field.setMinWidth(Region.USE_PREF_SIZE);
    return field;
  }

  /** A caption and what it captions, which stay together when a line is full. */
  static HBox named(String caption, Node field) {
    Label label = new Label(caption);
    label.getStyleClass().add("fact-of");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(field);
    field.setAccessibleText(caption);
    HBox both = new HBox(label, field);
    both.getStyleClass().add("field");
    both.setAlignment(Pos.BASELINE_LEFT);
    return both;
  }

  /** One of several that exclude each other; a second press does not leave none. */
  static ToggleButton choice(String id, String word, ToggleGroup group, boolean chosen) {
    ToggleButton button = new ToggleButton(word) {
      @Override
      public void fire() {
        if (!isSelected()) super.fire();
      }
    };
    button.setId(id);
    button.setToggleGroup(group);
    button.setSelected(chosen);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  static Label sentence(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static void visible(Node node, boolean yes) {
    node.setVisible(yes);
    node.setManaged(yes);
  }
}
