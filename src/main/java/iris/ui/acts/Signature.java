package iris.ui.acts;

import iris.alarm.Act;
import iris.alarm.Rights;
import iris.ui.desk.Ports;
import iris.words.Words;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * Who is at the desk, always there; a press, and it asks who is from now on, in its own place. The name changes when the
 * board comes back.
 */
public final class Signature extends HBox {
  private final Ports ports;
  private final Words words;
  private final Button name = new Button();
  private final TextField ask;

  public Signature(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    getStyleClass().add("signature");
    getStylesheets().add(Objects.requireNonNull(Signature.class.getResource("services.css")).toExternalForm());
    name.setId("author");
    name.setOnAction(e -> ask());
    name.setMinWidth(USE_PREF_SIZE);
    name.setTooltip(new Tooltip(words.say("ui.signature.key")));
    ask = Fields.text("who", 16, words.say("ui.signature.ask"));
    ask.setAccessibleText(words.say("ui.signature.ask"));
    ask.setOnAction(e -> said());
    // Who goes elsewhere has not said anything.
    ask.focusedProperty().addListener((p, before, after) -> {
      if (!after) leave();
    });
    getChildren().add(name);
    show();
  }

  /** The name, with the role where the configuration gives any. */
  public void show() {
    String author = ports.author();
    Rights rights = ports.board().get().rules().rights();
    String text = rights.equals(Rights.OPEN) ? author
        : words.say("ui.signature.role", author, words.say(Rights.word(rights.of(author))));
    if (text.equals(name.getText())) return;
    name.setText(text);
    name.setAccessibleText(words.say("ui.signature.access", text));
  }

  /** "Who is at the desk?" */
  public void ask() {
    if (asking()) return;
    ask.clear();
    getChildren().setAll(ask);
    ask.requestFocus();
  }

  public boolean asking() {
    return getChildren().contains(ask);
  }

  private void leave() {
    if (asking()) getChildren().setAll(name);
  }

  /** Where letters are keys again, not words. */
  private void back() {
    leave();
    name.requestFocus();
  }

  /** Closes the question. True if there was one. */
  public boolean escape() {
    boolean asking = asking();
    if (asking) back();
    return asking;
  }

  private void said() {
    String written = ask.getText().strip();
    back();
    // Nothing written: the login again, if somebody else signs.
    String login = ports.login().get();
    String author = ports.author();
    if (!written.isEmpty() || !author.equals(login))
      ports.acts().accept(new Act.Sign(author, login, written.isEmpty() ? login : written));
  }
}
