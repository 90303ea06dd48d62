package iris.ui.fallback;

import iris.ui.alert.Sign;
import iris.ui.alert.Standing;
import iris.ui.alert.StandingBar;
import iris.ui.control.Presence;
import iris.ui.guide.GuideView;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One fallback: what it is, what is advised, the hands to switch it, and what became of that. */
final class FallbackView extends VBox {
  private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final PseudoClass ADVISED = PseudoClass.getPseudoClass("advised");

  private final Words words;
  private final Runnable leave;
  private final Label title = sentence("fallback-title");
  private final Label word = sentence("fallback-word");
  private final HBox state = new HBox();
  private final Sign sign = new Sign();
  private final Label since = sentence("fallback-sentence");
  private final Label proof = sentence("fallback-proof");
  private final Label advice = sentence("fallback-advice");
  private final Label listed;
  private final VBox checklist = new VBox();
  private final Label output = sentence("fallback-output");
  private final Label attempt = sentence("fallback-attempt");
  private final Label tried;
  private final Label notice = sentence("fallback-notice");
  final FlowPane hands = new FlowPane();
  private final HBox because = new HBox();
  final TextField reason = new TextField();
  final HoldButton on;
  final HoldButton off;
  final Button declareOn = new Button();
  final Button declareOff = new Button();
  private List<String> lines = List.of();

  /** @param leave takes the focus to where no key does anything */
  FallbackView(Words words, HoldButton.Hand switchOn, HoldButton.Hand switchOff, GuideView guide, Runnable leave) {
    this.words = words;
    this.leave = leave;
    on = new HoldButton("fallback-on", words.say("ui.fallback.hold.on"), switchOn);
    off = new HoldButton("fallback-off", words.say("ui.fallback.hold.off"), switchOff);
    getStyleClass().add("fallback");
    getStylesheets().add(Objects.requireNonNull(FallbackView.class.getResource("fallback.css")).toExternalForm());
    state.getStyleClass().add("fallback-state");
    state.getChildren().addAll(sign, word);
    listed = head("ui.fallback.checklist");
    tried = head("ui.fallback.attempt");
    checklist.getStyleClass().add("fallback-checklist");
    because();
    button(declareOn, "declare-on", "ui.fallback.declare.on");
    button(declareOff, "declare-off", "ui.fallback.declare.off");
    hands.getStyleClass().add("fallback-hands");
    hands.getChildren().addAll(on, off, declareOn, declareOff);
    getChildren().addAll(title, state, since, proof, advice, listed, checklist, because, hands, notice, tried, attempt,
        output, guide);
  }

  private void because() {
    Label why = new Label(words.say("ui.fallback.reason"));
    why.setLabelFor(reason);
    why.setMinWidth(USE_PREF_SIZE);
    reason.setId("fallback-reason");
    reason.setAccessibleText(words.say("ui.fallback.reason"));
    HBox.setHgrow(reason, Priority.ALWAYS);
    because.getStyleClass().add("fallback-because");
    because.getChildren().addAll(why, reason);
  }

  private void button(Button button, String id, String key) {
    button.setId(id);
    button.setText(words.say(key));
    button.setMinWidth(USE_PREF_SIZE);
  }

  private Label head(String key) {
    Label head = new Label(words.say(key));
    head.getStyleClass().add("fallback-head");
    return head;
  }

  private static Label sentence(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(id);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /** @param refused why who is at the desk may not switch; empty: may */
  void show(FallbackModel m, String refused) {
    put(title, m.plan().isEmpty() ? m.name() : words.say("ui.fallback.title", m.name(), m.plan()));
    put(word, m.word());
    StandingBar.sign(sign, Standing.Tone.of(m.state()));
    state.pseudoClassStateChanged(ACTIVE, m.state().running().isPresent());
    state.pseudoClassStateChanged(URGENT, m.urgent());
    put(since, m.sentence());
    put(proof, m.proof());
    put(advice, m.advice());
    advice.pseudoClassStateChanged(ADVISED, m.advised().isPresent());
    checklist(m.checklist());
    hand(on, m.on(), refused);
    hand(off, m.off(), refused);
    hand(declareOn, m.declareOn(), refused);
    hand(declareOff, m.declareOff(), refused);
    boolean asked = m.declareOn() || m.declareOff();
    if (!asked && reason.isFocused()) leave.run();
    Presence.of(because, asked);
    if (!refused.isEmpty()) notice(refused);
    put(attempt, String.join("\n", m.attempt()));
    Presence.of(attempt, !m.attempt().isEmpty());
    Presence.of(tried, !m.attempt().isEmpty());
    put(output, String.join("\n", m.output()));
    Presence.of(output, !m.output().isEmpty());
  }

  /**
   * The key that switched is still held when its button goes: it must not come down on what the toolkit finds next, which
   * is a link of the guidance that writes a mail or dials.
   */
  private void hand(Button hand, boolean there, String refused) {
    boolean may = refused.isEmpty();
    if (hand.isFocused() && !(there && may)) leave.run();
    Presence.of(hand, there);
    hand.setDisable(!may);
  }

  /** Drawn anew only where it differs: a tick stays. */
  private void checklist(List<String> next) {
    Presence.of(listed, !next.isEmpty());
    Presence.of(checklist, !next.isEmpty());
    if (next.equals(lines)) return;
    lines = List.copyOf(next);
    if (checklist.getChildren().stream().anyMatch(Node::isFocused)) leave.run();
    List<CheckBox> boxes = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      CheckBox box = new CheckBox(next.get(i));
      box.setId("tick-" + i);
      box.setWrapText(true);
      boxes.add(box);
    }
    checklist.getChildren().setAll(boxes);
  }

  /** The lines that are ticked. */
  List<String> ticked() {
    return checklist.getChildren().stream().map(CheckBox.class::cast).filter(CheckBox::isSelected).map(CheckBox::getText)
        .toList();
  }

  void tick(List<String> ticked) {
    for (Node box : checklist.getChildren())
      ((CheckBox) box).setSelected(ticked.contains(((CheckBox) box).getText()));
  }

  /** After a deed was sent: the next one begins anew. */
  void clear() {
    reason.clear();
    tick(List.of());
  }

  void notice(String said) {
    put(notice, said);
  }

  private static void put(Label label, String text) {
    if (!text.equals(label.getText())) label.setText(text);
  }
}
