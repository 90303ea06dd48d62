package iris.ui.acts;

import iris.alarm.Act;
import iris.words.Words;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks for words before an act is sent, in the page itself: what it would do, in words; the reason; and two ways out. */
final class Form extends VBox {
  private final Words words;
  private final Asking asking;
  private final Consumer<Asking.Unsigned> sent;
  private final Label title = new Label();
  private final TextField reason = Fields.text("why", 20, "");
  private final Label preview = Fields.sentence("preview");
  private final Label missing = Fields.sentence("missing");
  private String service = "";
  private String name = "";
  private Instant now = Instant.EPOCH;

  /** @param left told when it is given up */
  Form(Words words, Asking asking, Consumer<Asking.Unsigned> sent, Runnable left) {
    this.words = words;
    this.asking = asking;
    this.sent = sent;
    getStyleClass().add("service-form");
    title.getStyleClass().add("pane-title");
    title.setId("form-title");
    Button send = button("send", "ui.services.form.send");
    send.setOnAction(e -> submit());
    Button cancel = button("cancel", "ui.services.form.cancel");
    cancel.setOnAction(e -> left.run());
    reason.setOnAction(e -> submit());
    reason.textProperty().addListener((p, before, after) -> missing.setText(""));
    HBox why = Fields.named(words.say("ui.services.form.reason"), reason);
    HBox.setHgrow(reason, Priority.ALWAYS);
    HBox.setHgrow(why, Priority.ALWAYS);
    HBox last = new HBox(why, send, cancel);
    last.getStyleClass().add("form-last");
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("form-fields");
    fields.getChildren().addAll(asking.fields());
    preview.getStyleClass().add("form-preview");
    missing.getStyleClass().add("form-missing");
    missing.managedProperty().bind(missing.textProperty().isNotEmpty());
    getChildren().addAll(title, fields, preview, last, missing);
  }

  private Button button(String id, String key) {
    Button button = new Button(words.say(key));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** Opens for this service. */
  void open(String key, String called, Instant at) {
    service = key;
    name = called;
    title.setText(words.say(asking.title(), called));
    reason.clear();
    missing.setText("");
    asking.open(at);
    show(at);
  }

  void focus() {
    asking.fields().stream().map(Form::field).filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
  }

  private static Node field(Node named) {
    return named instanceof HBox both && both.getChildren().size() > 1 ? both.getChildren().get(1) : named;
  }

  /** Says anew what it would mean. */
  void show(Instant at) {
    now = at;
    String text = asking.answer(service, name, at).sentence();
    if (!text.equals(preview.getText())) preview.setText(text);
  }

  private void submit() {
    Asking.Answer answer = asking.answer(service, name, now);
    if (answer.act().isEmpty()) {
      missing.setText(words.say("ui.services.form.wrong"));
    } else if (reason.getText().isBlank()) {
      missing.setText(words.say("ui.desk.form.words"));
      reason.requestFocus();
    } else {
      sent.accept(answer.act().get());
    }
  }

  /** The board's answer, where it was no. */
  void refused(String sentence) {
    missing.setText(sentence);
  }

  /** The reason as it stands. */
  String reason() {
    return reason.getText().strip();
  }

  void reason(String begun) {
    reason.setText(begun);
  }
}
