package iris.ui.origin;

import iris.alarm.Act;
import iris.alarm.Chain;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.control.Named;
import iris.ui.control.Presence;
import iris.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who contests the verdict, and the form that does it. Forms open inside the page: the supervision goes on above. */
final class ContestView extends VBox {
  /** What a hand has begun to write. */
  record Begun(Optional<Fault> fault, String reason) {}

  private final Words words;
  private final Says says;
  private final Consumer<Act> acts;
  private final Supplier<String> author;
  private final Label standing = new Label();
  private final Button open = new Button();
  private final Button back = new Button();
  private final ComboBox<Fault> fault = new ComboBox<>();
  private final TextField reason = new TextField();
  private final FlowPane form = new FlowPane();
  private final Label notice = new Label();
  private @Nullable Chain chain;

  ContestView(Words words, Says says, Consumer<Act> acts, Supplier<String> author) {
    this.words = words;
    this.says = says;
    this.acts = acts;
    this.author = author;
    getStyleClass().add("contest");
    standing.setId("contest-standing");
    standing.getStyleClass().add("contest-standing");
    standing.setWrapText(true);
    button(open, "contest-open", "ui.origin.contest.open", this::toggle);
    button(back, "contest-back", "ui.origin.contest.back",
        () -> acts.accept(new Act.Uncontest(chain().service(), author.get())));
    FlowPane buttons = new FlowPane(open, back);
    buttons.getStyleClass().add("contest-buttons");
    notice.setId("contest-notice");
    notice.getStyleClass().add("contest-notice");
    notice.setWrapText(true);
    form();
    getChildren().addAll(standing, buttons, form, notice);
    say("");
    Presence.of(form, false);
  }

  private void form() {
    form.setId("contest-form");
    form.getStyleClass().add("contest-form");
    Label whose = new Label(words.say("ui.origin.contest.whose"));
    whose.setLabelFor(fault);
    fault.setId("contest-fault");
    fault.setAccessibleText(words.say("ui.origin.contest.whose"));
    fault.setPromptText(words.say("ui.origin.contest.choose"));
    fault.setConverter(Named.by(f -> chain == null ? "" : says.fault(chain, f)));
    Label because = new Label(words.say("ui.origin.contest.because"));
    because.setLabelFor(reason);
    reason.setId("contest-reason");
    reason.setAccessibleText(words.say("ui.origin.contest.because"));
    reason.setPrefColumnCount(28);
    reason.setOnAction(e -> submit());
    Button submit = new Button();
    button(submit, "contest-submit", "ui.desk.form.submit", this::submit);
    Button cancel = new Button();
    button(cancel, "contest-cancel", "ui.desk.form.cancel", this::close);
    form.getChildren().addAll(whose, fault, because, reason, submit, cancel);
  }

  private void button(Button button, String id, String key, Runnable does) {
    button.setId(id);
    button.setText(words.say(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> does.run());
    // Before the toolkit, which would do it once more where its own buttons answer to Enter.
    button.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() != KeyCode.ENTER) return;
      button.fire();
      e.consume();
    });
  }

  void show(Chain next, Now now) {
    chain = next;
    PartView.put(standing, next.contest().map(c -> says.contest(next, c, now)).orElse(""));
    Presence.of(standing, next.contest().isPresent());
    Presence.of(back, next.contest().isPresent());
    List<Fault> others = Arrays.stream(Fault.values()).filter(f -> f != next.verdict().fault()).toList();
    if (!others.equals(fault.getItems())) {
      Fault chosen = fault.getValue();
      fault.getItems().setAll(others);
      if (others.contains(chosen)) fault.setValue(chosen);
    }
  }

  boolean asking() {
    return form.isVisible();
  }

  void toggle() {
    if (asking()) close();
    else {
      Presence.of(form, true);
      say("");
      fault.requestFocus();
    }
  }

  /** Away with the form; what was written in it is forgotten. */
  void close() {
    Presence.of(form, false);
    fault.setValue(null);
    reason.clear();
    say("");
    open.requestFocus();
  }

  private void submit() {
    if (fault.getValue() == null) say(words.say("ui.origin.contest.choose-first"));
    else if (reason.getText().isBlank()) say(words.say("ui.desk.form.words"));
    else acts.accept(new Act.Contest(chain().service(), fault.getValue(), author.get(), reason.getText().strip()));
  }

  /** The board has answered; empty: it was done. */
  void answered(Optional<Reason> refusal) {
    if (refusal.isPresent()) say(words.say("ui.desk.refused", Names.sentence(refusal.get(), words)));
    else if (asking()) close();
  }

  Optional<Begun> begun() {
    return asking() ? Optional.of(new Begun(Optional.ofNullable(fault.getValue()), reason.getText())) : Optional.empty();
  }

  void resume(Begun begun) {
    Presence.of(form, true);
    begun.fault().ifPresent(fault::setValue);
    reason.setText(begun.reason());
    reason.requestFocus();
    reason.end();
  }

  private void say(String sentence) {
    notice.setText(sentence);
    Presence.of(notice, !sentence.isEmpty());
  }

  private Chain chain() {
    return Objects.requireNonNull(chain, "shown first");
  }
}
