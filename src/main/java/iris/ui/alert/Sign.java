package iris.ui.alert;

import iris.alarm.AlarmKey;
import iris.alarm.Shown;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The shape of a state: square and cross, triangle, diamond, ring ... Form and colour stand in the style sheet. */
public final class Sign extends StackPane {
  private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");

  private final Region body = new Region();
  private final Region glyph = new Region();
  private String form = "";

  public Sign() {
    getStyleClass().add("sign");
    body.getStyleClass().add("sign-body");
    glyph.getStyleClass().add("sign-glyph");
    getChildren().addAll(body, glyph);
    setMouseTransparent(true);
  }

  public void show(Shown state) {
    form(switch (state) {
      case DOWN -> "down";
      case DEGRADED -> "degraded";
      case LOST, UNKNOWN, INIT -> "unknown";
      case MAINTENANCE -> "maintenance";
      case OUT_OF_SERVICE -> "out";
      case UP -> "up";
    });
  }

  public void show(AlarmKey.Kind kind) {
    form(switch (kind) {
      case OUTAGE, EXERCISE -> "down";
      case DEGRADED -> "degraded";
      case SUPERVISION_LOST, SERVICE_SILENT, TO_CLASSIFY -> "unknown";
      case FALLBACK_ACTIVE -> "fallback";
      // Not the sign of one that runs: the two must never be taken for each other.
      case FALLBACK_FAILED -> "failed";
      case CONSOLE_FAULT -> "fault";
    });
  }

  /** It is about what cannot be seen, or cannot be read. */
  static boolean unseen(AlarmKey key) {
    return switch (key.kind()) {
      case SUPERVISION_LOST, SERVICE_SILENT, TO_CLASSIFY -> true;
      case OUTAGE, DEGRADED, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> false;
    };
  }

  /** Outline only: acknowledged, or the dark half of a blink. */
  public void hollow(boolean yes) {
    pseudoClassStateChanged(HOLLOW, yes);
  }

  private void form(String next) {
    if (form.equals(next)) return;
    getStyleClass().remove("sign-" + form);
    getStyleClass().add("sign-" + next);
    form = next;
  }
}
