package iris.ui.origin;

import iris.alarm.Chain;
import iris.alarm.Chain.Light;
import iris.alarm.Chain.Part;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A node or a link of the drawing. */
final class PartView extends Choice {
  private static final PseudoClass ACCUSED = PseudoClass.getPseudoClass("accused");

  final Part part;
  private final Says says;
  private final LightSign sign = new LightSign();
  private final Label name = new Label();
  private final Label role = new Label();
  private final Label word = new Label();
  private final Label accused = new Label();
  private final Region stroke = new Region();

  PartView(Part part, Says says, Runnable choose) {
    super(choose);
    this.part = part;
    this.says = says;
    setId("part-" + part);
    getStyleClass().add(part.node() ? "node" : "link");
    name.getStyleClass().add("part-name");
    role.getStyleClass().add("part-role");
    word.getStyleClass().add("part-word");
    accused.getStyleClass().add("part-accused");
    for (Label l : new Label[] {name, role, word, accused}) l.setWrapText(true);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setGraphic(part.node() ? card() : line());
  }

  private VBox card() {
    HBox state = new HBox(sign, word);
    state.getStyleClass().add("part-state");
    role.setText(says.role(part));
    VBox card = new VBox(name, role, state, accused);
    card.getStyleClass().add("part-card");
    return card;
  }

  /** The stroke of a link is drawn behind its sign; its form says what its colour says. */
  private VBox line() {
    javafx.scene.layout.StackPane drawn = new javafx.scene.layout.StackPane(stroke, sign);
    stroke.getStyleClass().add("link-stroke");
    drawn.getStyleClass().add("link-drawn");
    VBox line = new VBox(drawn, word, accused);
    line.getStyleClass().add("part-line");
    return line;
  }

  void show(Chain chain) {
    Light light = chain.lamp(part).light();
    sign.show(light);
    put(name, says.name(chain, part));
    put(word, says.light(light));
    String by = says.accused(chain, part);
    put(accused, by);
    accused.setVisible(!by.isEmpty());
    accused.setManaged(!by.isEmpty());
    pseudoClassStateChanged(ACCUSED, chain.accused().contains(part));
    for (Light l : Light.values())
      pseudoClassStateChanged(PseudoClass.getPseudoClass(l.name().toLowerCase(Locale.ROOT).replace('_', '-')), l == light);
    String spoken = says.spoken(chain, part);
    if (!spoken.equals(getAccessibleText())) setAccessibleText(spoken);
  }

  static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }
}
