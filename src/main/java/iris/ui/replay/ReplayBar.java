package iris.ui.replay;

import iris.history.film.Stop;
import iris.words.Words;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Across the top of every window of a film: that it is one, of when, and what plays it. */
final class ReplayBar extends VBox {
  private final Player player;
  private final Words words;
  private final Instants instants;
  private final Label when = label("replay-when");
  private final Label live = label("replay-live");
  private final Label speed = label("replay-speed");
  private final Label said = label("replay-said");
  private final Button play = new Button();
  private final TextField typed = new TextField();
  private final Reel reel;

  ReplayBar(Player player, Words words) {
    this.player = player;
    this.words = words;
    instants = new Instants(words);
    reel = new Reel(words, player::seek);
    setId("replay");
    getStyleClass().addAll("replay");
    getStylesheets().add(Objects.requireNonNull(ReplayBar.class.getResource("replay.css")).toExternalForm());
    Label word = label("replay-word");
    word.setText(words.say("ui.replay.word"));
    HBox first = new HBox(word, when, gap(), live);
    first.getStyleClass().add("replay-first");
    HBox.setHgrow(reel, Priority.ALWAYS);
    HBox second = new HBox(button("previous", "ui.replay.previous", () -> player.stop(false, Stop.EVENT)), play,
        button("next", "ui.replay.next", () -> player.stop(true, Stop.EVENT)),
        button("slower", "ui.replay.slower", player::slower), speed, button("faster", "ui.replay.faster", player::faster),
        reel, typed);
    second.getStyleClass().add("replay-second");
    play.setId("replay-play");
    play.setOnAction(e -> player.toggle());
    typed.setId("replay-typed");
    typed.setPromptText(words.say("ui.replay.go"));
    typed.setAccessibleText(words.say("ui.replay.go"));
    typed.setOnAction(e -> go());
    for (Label wide : new Label[] {when, live, word}) wide.setMinWidth(USE_PREF_SIZE);
    said.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(perforation(), first, second, said, perforation());
  }

  private static Label label(String name) {
    Label label = new Label();
    label.setId(name);
    label.getStyleClass().add(name);
    return label;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** As a film has: no state and no alarm looks like it. */
  private static Node perforation() {
    Region holes = new Region();
    holes.getStyleClass().add("replay-holes");
    return holes;
  }

  private Button button(String id, String key, Runnable does) {
    Button button = new Button(words.say(key));
    button.setId("replay-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> does.run());
    return button;
  }

  private void go() {
    switch (Typed.read(typed.getText(), player.now().wall(), words.figures().zone())) {
      case Typed.Found(Instant at) -> {
        typed.clear();
        getScene().getRoot().requestFocus();
        if (player.frames().get().extent().covers(at)) player.seek(at);
        else said.setText(words.say("history.film.beyond", player.frames().get().extent().from(), player.frames().get().extent().to()));
      }
      case Typed.Not(var why) -> said.setText(words.say(why));
    }
  }

  /** The line for a time takes the keys. */
  void type() {
    typed.requestFocus();
  }

  void show(Frame frame) {
    put(when, instants.full(frame.at()));
    put(speed, words.say("ui.replay.speed", frame.head().speed()));
    String does = words.say(frame.head().playing() ? "ui.replay.pause" : "ui.replay.play");
    if (!does.equals(play.getText())) play.setText(does);
    String line = sentence(frame);
    if (!typed.isFocused() || typed.getText().isEmpty()) put(said, line);
    reel.setAccessibleText(words.say("ui.replay.reel") + ", " + when.getText());
    reel.show(frame);
  }

  private String sentence(Frame frame) {
    if (frame.seeking()) return words.say("ui.replay.seeking");
    return frame.cut().map(c -> words.say(c.why())).or(() -> frame.said().map(words::say))
        .orElseGet(() -> words.say("ui.replay.read-only"));
  }

  /** What the clock on the wall says meanwhile. */
  void live(Instant now) {
    put(live, words.say("ui.replay.not-now", words.figures().clock(now)));
  }

  private static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }

  /** Leaves the line for a time; true if somebody was there. */
  boolean leave() {
    if (!typed.isFocused()) return false;
    typed.clear();
    getScene().getRoot().requestFocus();
    return true;
  }
}
