package iris.ui.shift;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The few parts that all tools of the page are made of. */
final class Nodes {
  private Nodes() {}

  static Label words(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  static Button button(String id, String text, Runnable act) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(e -> act.run());
    return button;
  }

  static TextField field(String id, String prompt, Runnable enter) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setOnAction(e -> enter.run());
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("shift-row");
    return row;
  }

  static void show(Node node, boolean yes) {
    node.setVisible(yes);
    node.setManaged(yes);
  }

  /** Only what differs: an equal text that is set anew costs a layout all the same. */
  static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }
}
