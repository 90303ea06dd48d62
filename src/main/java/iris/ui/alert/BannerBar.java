package iris.ui.alert;

import iris.alarm.Shown;
import iris.ui.control.Pulse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The banner in its reserved place: always as high as it is, whatever it says. Only the sign moves, never the text. */
public final class BannerBar extends HBox {
  private final Sign sign = new Sign();
  private final Label sentence = new Label();
  private final Label more = new Label();
  private Banner shown = new Banner(Banner.Tone.CALM, Optional.empty(), "", "");

  public BannerBar() {
    getStyleClass().add("banner");
    sentence.getStyleClass().add("banner-sentence");
    more.getStyleClass().add("banner-more");
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setWrapText(true);
    more.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    getChildren().addAll(sign, sentence, more);
    setAccessibleRole(AccessibleRole.TEXT);
    sign.show(Shown.UP);
    look();
  }

  public void show(Banner next) {
    if (next.equals(shown)) return;
    shown = next;
    sentence.setText(next.sentence());
    more.setText(next.more());
    setAccessibleText(next.more().isEmpty() ? next.sentence() : next.sentence() + " " + next.more());
    look();
  }

  private void look() {
    for (Banner.Tone tone : Banner.Tone.values())
      pseudo(tone.name().toLowerCase(Locale.ROOT), tone == shown.tone());
    boolean lost = shown.alarm().map(Sign::unseen).orElse(shown.tone() == Banner.Tone.P1);
    pseudo("unseen", lost && shown.tone() != Banner.Tone.RECOVERED);
    // Nothing to acknowledge is not "all is well": the sign of what is well stands for a return alone.
    sign.setVisible(shown.tone() != Banner.Tone.CALM);
    if (shown.tone() == Banner.Tone.RECOVERED || shown.tone() == Banner.Tone.CALM) sign.show(Shown.UP);
    else if (shown.alarm().isEmpty()) sign.show(Shown.LOST);
    else sign.show(shown.alarm().get().kind());
  }

  private void pseudo(String name, boolean on) {
    pseudoClassStateChanged(PseudoClass.getPseudoClass(name), on);
  }

  /** The beat of the screen. {@code still}: the reader wants no movement; a steady inverse says the same. */
  public void tick(Instant now, boolean still) {
    double hertz = shown.tone().hertz();
    sign.hollow(!still && hertz > 0 && !Pulse.lit(now, 2 * hertz));
  }

  /** The sign moves: the pulse should hurry. */
  public boolean hurried() {
    return shown.tone().hertz() > 0;
  }
}
