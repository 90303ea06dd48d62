package iris.ui.classify;

import iris.alarm.Act;
import iris.alarm.Classification;
import iris.ui.alert.Names;
import iris.ui.control.Grey;
import iris.ui.desk.Ports;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One rule: what it says, who made it and why, how often it decided; and taking it back. */
final class RulePane extends VBox {
  private final Ports ports;
  private final Words words;
  private final Consumer<Act> posted;
  /** Why the button is grey for want of a role. */
  private final Label grey = line("");
  private final VBox story = new VBox();
  private final TextField reason = new TextField();
  private final Button take;
  private final Label name;
  private Optional<Classification> rule = Optional.empty();

  RulePane(Ports ports, Words words, Consumer<Act> posted) {
    this.ports = ports;
    this.words = words;
    this.posted = posted;
    getStyleClass().addAll("item-pane", "rule-pane");
    reason.setId("take-reason");
    name = new Label(words.say("ui.classify.take-back.reason"));
    name.getStyleClass().add("choice-name");
    name.setLabelFor(reason);
    take = new Button(words.say("ui.classify.take-back"));
    take.setId("classify-take-back");
    take.setOnAction(e -> takeBack());
    reason.textProperty().addListener((property, before, after) -> buttons());
    reason.setOnAction(e -> takeBack());
    Grey.pressed(this, button -> takeBack());
    getChildren().addAll(story, name, reason, take, grey);
    grey.managedProperty().bind(grey.textProperty().isNotEmpty());
  }

  void show(Optional<Classification> chosen, Rows rows) {
    // Never the pane itself: which of both is seen is the page's to say.
    story.setVisible(chosen.isPresent());
    if (!chosen.map(Classification::id).equals(rule.map(Classification::id))) reason.clear();
    rule = chosen;
    List<String> lines = chosen.map(rows::story).orElse(List.of());
    if (!lines.equals(story.getChildren().stream().map(n -> ((Label) n).getText()).toList()))
      story.getChildren().setAll(lines.stream().map(RulePane::line).toList());
    boolean stands = chosen.filter(Classification::stands).isPresent();
    for (var node : List.of(name, reason, take)) node.setVisible(stands);
    buttons();
  }

  /** Also for want of a role: the board refuses it then, so that the attempt stands in the journal. */
  private void takeBack() {
    boolean denied = ports.refuses(Act.Unclassify.class).isPresent();
    if (!denied && reason.getText().isBlank()) return;
    rule.filter(Classification::stands).ifPresent(r ->
        posted.accept(new Act.Unclassify(r.id(), ports.author(), reason.getText().strip())));
  }

  void explain() {
    reason.requestFocus();
  }

  void done() {
    reason.clear();
  }

  private void buttons() {
    Optional<String> no = rule.filter(Classification::stands).flatMap(r -> ports.refuses(Act.Unclassify.class))
        .map(why -> Names.sentence(why, words));
    take.setDisable(reason.getText().isBlank() || rule.filter(Classification::stands).isEmpty() || no.isPresent());
    grey.setText(no.orElse(""));
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("item-told");
    return label;
  }
}
