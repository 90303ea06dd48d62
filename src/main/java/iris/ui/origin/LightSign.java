package iris.ui.origin;

import iris.alarm.Chain.Light;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The shape of a light: ring, cross in a square, triangle, broken ring. Form and colour stand in the style sheets. */
final class LightSign extends StackPane {
  private String form = "";

  LightSign() {
    Region body = new Region();
    Region glyph = new Region();
    getStyleClass().add("sign");
    body.getStyleClass().add("sign-body");
    glyph.getStyleClass().add("sign-glyph");
    getChildren().addAll(body, glyph);
    setMouseTransparent(true);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  void show(Light light) {
    String next = "sign-" + switch (light) {
      case WELL -> "up";
      case BAD -> "down";
      case DOUBTFUL -> "degraded";
      case NOT_MEASURED -> "unmeasured";
    };
    if (next.equals(form)) return;
    getStyleClass().remove(form);
    getStyleClass().add(next);
    form = next;
  }
}
