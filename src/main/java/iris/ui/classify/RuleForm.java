package iris.ui.classify;

import iris.alarm.Criterion;
import iris.alarm.Criterion.Field;
import iris.alarm.Criterion.Says;
import iris.alarm.Unclear;
import iris.signal.Origin;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form that makes a rule: proposed from the words of the announcement, changed by hand. */
final class RuleForm extends VBox {
  final TextField written = new TextField();
  final TextField reason = new TextField();
  private final Choice<Says> says;
  private final Choice<Field> field;
  private final Choice<Boolean> here;
  private final Choice<String> origin;
  private Optional<Unclear> about = Optional.empty();

  RuleForm(Words words, Runnable changed) {
    getStyleClass().add("rule-form");
    written.setId("rule-words");
    reason.setId("rule-reason");
    reason.setPromptText(words.say("ui.classify.reason.ask"));
    says = new Choice<>("says", words.say("ui.classify.form.says"), List.of(Says.values()),
        s -> words.say("ui.classify.says." + s), changed);
    field = new Choice<>("field", words.say("ui.classify.form.field"), List.of(Field.ANY, Field.TITLE, Field.TEXT),
        f -> words.say("ui.classify.field." + f), changed);
    here = new Choice<>("here", words.say("ui.classify.form.feed"), List.of(true, false),
        h -> words.say(h ? "ui.classify.feed.this" : "ui.classify.feed.any"), changed);
    List<String> origins = new ArrayList<>(List.of(""));
    for (Origin o : Origin.values()) origins.add(o.name());
    origin = new Choice<>("origin", words.say("ui.classify.form.origin"), origins, o -> words.say(o.isEmpty()
        ? "ui.classify.origin.said" : "words.origin." + Origin.valueOf(o).wire()), changed);
    written.textProperty().addListener((property, before, after) -> changed.run());
    reason.textProperty().addListener((property, before, after) -> changed.run());
    Label hint = new Label(words.say("ui.classify.form.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("form-hint");
    getChildren().addAll(named(words.say("ui.classify.form.words"), written), hint, says, field, here, origin,
        named(words.say("ui.classify.form.reason"), reason));
  }

  private static VBox named(String name, TextField field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    label.getStyleClass().add("choice-name");
    return new VBox(label, field);
  }

  Optional<Unclear> about() {
    return about;
  }

  /** Begins anew, from the words of this announcement. */
  void begin(Unclear u) {
    about = Optional.of(u);
    reason.clear();
    // What rings is proposed: calm has to be chosen.
    says.set(u.told().kind() == iris.signal.Incident.Kind.DEGRADATION ? Says.OUTAGE : Says.DEGRADATION);
    field.set(Field.ANY);
    here.set(true);
    origin.set("");
    written.setText(Criterion.proposed(u.told().title()));
  }

  Optional<Criterion> criterion() {
    return about.map(u -> new Criterion(here.get() ? Optional.of(u.feed()) : Optional.empty(), field.get(),
        written.getText().strip(), says.get(),
        origin.get().isEmpty() ? Optional.empty() : Optional.of(Origin.valueOf(origin.get()))));
  }

  String reason() {
    return reason.getText().strip();
  }
}
