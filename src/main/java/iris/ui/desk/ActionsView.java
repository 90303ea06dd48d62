package iris.ui.desk;

import iris.ui.control.Grey;
import iris.ui.control.Presence;
import iris.words.Words;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/**
 * The strip under the lists: the whole sentence of what is selected, and the deeds. A deed that wants words opens a
 * line in the same place, never a window over the tiles, and nothing of it holds back a showing.
 */
final class ActionsView {
  /** Who carries it out. */
  interface Doer {
    void pressed(Deed deed);

    /** The same with words first, also where none are needed. */
    void reason(Deed deed);

    void pressedUnshelve();

    void pressedSilence();

    void submitted(Deed deed, String words, Duration time);

    void cancelled();
  }

  private final Words words;
  private final Doer doer;
  private final Region root;
  private final Map<Deed, Button> buttons = new EnumMap<>(Deed.class);
  private final Button reasoned = new Button("…");
  private final ShelfTimes times;
  private @Nullable Deed asking;
  @FXML private Label detail;
  @FXML private Label notice;
  @FXML private HBox deeds;
  @FXML private HBox form;
  @FXML private Label ask;
  @FXML private TextField reason;
  @FXML private SegmentedButton time;
  @FXML private Button silence;
  @FXML private Button unshelve;

  ActionsView(Words words, Doer doer) {
    this.words = words;
    this.doer = doer;
    root = Fxml.load("actions.fxml", this, words);
    for (Deed deed : Deed.values()) {
      Button button = new Button(deed.key() + "\u2002" + words.say(deed.word()));
      button.setId("deed-" + deed.name().toLowerCase(java.util.Locale.ROOT));
      button.setOnAction(e -> doer.pressed(deed));
      buttons.put(deed, button);
    }
    reasoned.setId("deed-reasoned");
    reasoned.setAccessibleText(words.say("ui.desk.deed.reasoned"));
    reasoned.setTooltip(new Tooltip(words.say("ui.desk.deed.reasoned")));
    reasoned.setOnAction(e -> doer.reason(Deed.ACKNOWLEDGE));
    deeds.getChildren().addAll(0, buttons.values());
    deeds.getChildren().add(1, reasoned);
    deeds.widthProperty().addListener((p, before, now) -> fit());
    Objects.requireNonNull(buttons.get(Deed.ACKNOWLEDGE)).setOnContextMenuRequested(e -> doer.reason(Deed.ACKNOWLEDGE));
    Grey.pressed(deeds, this::attempted);
    times = new ShelfTimes(time, words.figures());
    close();
  }

  Region root() {
    return root;
  }

  /** Where there is no room for it, its key and the other button of the mouse are left. */
  private void fit() {
    double all = deeds.getSpacing() * (deeds.getChildren().size() - 1);
    for (Node one : deeds.getChildren()) if (one.isManaged() || one == reasoned) all += one.prefWidth(-1);
    Presence.of(reasoned, Objects.requireNonNull(buttons.get(Deed.ACKNOWLEDGE)).isManaged() && all <= deeds.getWidth());
  }

  private void attempted(Button grey) {
    buttons.forEach((deed, button) -> {
      if (button == grey) doer.pressed(deed);
    });
    if (grey == reasoned) doer.reason(Deed.ACKNOWLEDGE);
    if (grey == unshelve) doer.pressedUnshelve();
    if (grey == silence) doer.pressedSilence();
  }

  void show(List<AlarmRow> rows, List<MutedRow> muted, boolean silenced, boolean acting, boolean onMuted) {
    detail.setText(Details.of(rows, muted, words));
    buttons.forEach((deed, button) -> button.setDisable(!acting || rows.stream().noneMatch(deed::fits)));
    buttons.values().forEach(button -> Presence.of(button, !onMuted));
    reasoned.setDisable(Objects.requireNonNull(buttons.get(Deed.ACKNOWLEDGE)).isDisabled());
    fit();
    Presence.of(unshelve, onMuted);
    unshelve.setDisable(!acting || muted.stream().noneMatch(m -> m.alarm().isPresent()));
    silence.setText("S\u2002" + words.say(silenced ? "ui.desk.deed.unsilence" : "ui.desk.deed.silence"));
    silence.setDisable(!acting);
  }

  /** A sentence about the last deed: a refusal, or a hint. */
  void notice(String sentence) {
    notice.setText(sentence);
  }

  /** Asks for the words of a deed that is done to {@code whom}; {@code limit} of a shelf. */
  void ask(Deed deed, String whom, Duration limit) {
    asking = deed;
    ask.setText(words.say(deed.word() + ".ask", whom));
    reason.clear();
    times.offer(limit);
    Presence.of(time, deed == Deed.SHELVE);
    asking(true);
    reason.requestFocus();
  }

  /** What was typed so far, for how long. */
  record Draft(Deed deed, String written, Duration time) {}

  Optional<Draft> draft() {
    return Optional.ofNullable(asking).map(deed -> new Draft(deed, reason.getText(), times.chosen()));
  }

  /** After {@link #ask}: goes on with what was typed before. */
  void write(Draft draft) {
    reason.setText(draft.written());
    reason.end();
    times.choose(draft.time());
  }

  boolean asking() {
    return asking != null;
  }

  void close() {
    asking = null;
    asking(false);
  }

  /** The question stands where the sentence of the alarm stood: in a narrow window the line below is full. */
  private void asking(boolean yes) {
    Presence.of(form, yes);
    Presence.of(deeds, !yes);
    ask.setVisible(yes);
    detail.setVisible(!yes);
  }

  @FXML
  private void submit() {
    String said = reason.getText().strip();
    if (said.isEmpty() && Objects.requireNonNull(asking).asks()) notice(words.say("ui.desk.form.words"));
    else doer.submitted(Objects.requireNonNull(asking), said, times.chosen());
  }

  @FXML
  private void cancel() {
    close();
    doer.cancelled();
  }

  @FXML
  private void silence() {
    doer.pressedSilence();
  }

  @FXML
  private void unshelve() {
    doer.pressedUnshelve();
  }
}
