package iris.ui.ledger;

import iris.history.contract.Period.Unit;
import iris.report.Format;
import iris.report.Subject;
import iris.report.Term;
import iris.ui.control.Named;
import iris.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Of what, of when, and where to keep it. */
final class Side extends VBox {
  /** @param key of a service or contract; empty: all */
  record Choice(String key, String name) {}

  static final List<Unit> UNITS = List.of(Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR);

  final ComboBox<Choice> subject = new ComboBox<>();
  final ComboBox<Unit> unit = new ComboBox<>();
  final Button earlier = new Button("‹");
  final Button later = new Button("›");
  final TextField folder = new TextField();
  private final Label term = words("", "ledger-term");
  private final Label done = words("", "ledger-done");
  private final Words words;

  Side(Words words, String usual, Consumer<Format> save) {
    this.words = words;
    getStyleClass().add("ledger-side");
    id(subject, "ledger-subject", "ui.ledger.subject");
    subject.setConverter(Named.by(Choice::name));
    subject.getItems().setAll(all());
    subject.getSelectionModel().selectFirst();
    id(unit, "ledger-unit", "ui.ledger.unit");
    unit.setConverter(Named.by(u -> words.say("ui.ledger.unit." + u)));
    unit.getItems().setAll(UNITS);
    unit.getSelectionModel().select(Unit.MONTH);
    id(earlier, "ledger-earlier", "ui.ledger.earlier");
    id(later, "ledger-later", "ui.ledger.later");
    term.setId("ledger-term");
    HBox.setHgrow(term, Priority.ALWAYS);
    HBox row = new HBox(earlier, term, later);
    row.getStyleClass().add("ledger-row");
    folder.setId("ledger-folder");
    folder.setText(usual);
    folder.setAccessibleText(words.say("ui.ledger.folder"));
    done.setId("ledger-done");
    FlowPane ends = new FlowPane();
    ends.getStyleClass().add("ledger-ends");
    for (Format format : Format.values()) {
      Button button = new Button(format.name().charAt(0) + "\u2002" + format.name());
      button.setId("ledger-save-" + format.end());
      button.setAccessibleText(words.say("ui.ledger.save", format.name()));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(e -> save.accept(format));
      ends.getChildren().add(button);
    }
    getChildren().addAll(words(words.say("ui.ledger.subject"), "ask"), subject, words(words.say("ui.ledger.unit"), "ask"),
        unit, row, words(words.say("ui.ledger.save.as"), "ask"), ends, words(words.say("ui.ledger.folder"), "row-why"), folder, done);
  }

  private void id(javafx.scene.control.Control control, String id, String key) {
    control.setId(id);
    control.setAccessibleText(words.say(key));
    if (control instanceof ComboBox<?>) control.setMaxWidth(Double.MAX_VALUE);
    else control.setMinWidth(Region.USE_PREF_SIZE);
  }

  private Choice all() {
    return new Choice("", words.say("ui.ledger.all"));
  }

  /** Offers these; what is chosen stays, as long as it is there. */
  void offer(List<Subject> subjects) {
    Map<String, Choice> choices = new LinkedHashMap<>();
    for (Subject s : subjects) {
      long services = subjects.stream().filter(o -> o.contract().id().equals(s.contract().id())).count();
      if (services > 1)
        choices.putIfAbsent(s.contract().id(), new Choice(s.contract().id(), words.say("ui.ledger.contract", s.contract().name())));
      choices.putIfAbsent(s.service(), new Choice(s.service(), s.title()));
    }
    List<Choice> all = new ArrayList<>(choices.values());
    all.addFirst(all());
    if (subject.getItems().equals(all)) return;
    Choice before = subject.getValue();
    subject.getItems().setAll(all);
    subject.setValue(before != null && all.contains(before) ? before : all.getFirst());
  }

  void show(Term now) {
    term.setText(now.said(words));
  }

  void done(String sentence) {
    done.setText(sentence);
  }

  static Label words(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
