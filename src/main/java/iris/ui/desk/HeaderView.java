package iris.ui.desk;

import iris.ui.alert.Sign;
import iris.words.Words;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/** The head of the window. Every place has its fixed share of the width, so that nothing moves when a word changes. */
final class HeaderView {
  private static final PseudoClass ABNORMAL = PseudoClass.getPseudoClass("abnormal");

  private final Pane root;
  private final Map<Label, String> captions;
  private final Sign sign = new Sign();
  @FXML private HBox signPlace;
  @FXML private Label state;
  @FXML private Label where;
  @FXML private Label clock;
  @FXML private Label unacked;
  @FXML private Label acked;
  @FXML private Label shelved;
  @FXML private Label maintained;
  @FXML private Label out;
  @FXML private Label newest;
  @FXML private Label polled;
  @FXML private Label sound;
  @FXML private Label console;
  @FXML private Label fallback;
  @FXML private Label availability;
  @FXML private Label maintenance;

  HeaderView(Words words) {
    root = Fxml.load("header.fxml", this, words);
    signPlace.getChildren().add(sign);
    captions = Map.ofEntries(
        Map.entry(unacked, words.say("ui.desk.count.unacked")), Map.entry(acked, words.say("ui.desk.count.acked")),
        Map.entry(shelved, words.say("ui.desk.count.shelved")),
        Map.entry(maintained, words.say("ui.desk.count.maintenance")), Map.entry(out, words.say("ui.desk.count.out")),
        Map.entry(newest, words.say("ui.desk.label.newest")), Map.entry(polled, words.say("ui.desk.label.polled")),
        Map.entry(sound, words.say("ui.desk.label.sound")), Map.entry(console, words.say("ui.desk.label.console")),
        Map.entry(fallback, words.say("ui.desk.label.fallback")),
        Map.entry(availability, words.say("ui.desk.label.availability")),
        Map.entry(maintenance, words.say("ui.desk.label.maintenance")));
  }

  Pane root() {
    return root;
  }

  void show(HeaderModel model) {
    sign.show(model.overall().state());
    put(state, model.overall().word());
    put(where, model.overall().where());
    put(clock, model.clock());
    count(unacked, model.counters().unacked());
    count(acked, model.counters().acked());
    count(shelved, model.counters().shelved());
    count(maintained, model.counters().maintenance());
    count(out, model.counters().outOfService());
    put(newest, model.ages().newest());
    put(polled, model.ages().polled());
    newest.pseudoClassStateChanged(ABNORMAL, model.ages().stale());
    polled.pseudoClassStateChanged(ABNORMAL, model.ages().stale());
    put(sound, model.sound());
    put(console, model.console());
    put(fallback, model.fallback());
    put(availability, model.availability());
    put(maintenance, model.maintenance());
  }

  private void count(Label label, int n) {
    put(label, Integer.toString(n));
    label.pseudoClassStateChanged(ABNORMAL, n > 0);
  }

  private void put(Label label, HeaderModel.Fact fact) {
    put(label, fact.text());
    label.pseudoClassStateChanged(ABNORMAL, fact.abnormal());
  }

  /** Only what differs: an equal text that is set anew costs a layout all the same. */
  private void put(Label label, String text) {
    if (text.equals(label.getText())) return;
    label.setText(text);
    // A figure alone says nothing to who cannot see what stands beside it.
    if (captions.containsKey(label)) label.setAccessibleText(captions.get(label) + ", " + text);
  }
}
