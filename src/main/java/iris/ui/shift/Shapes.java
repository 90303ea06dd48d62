package iris.ui.shift;

import iris.alarm.AlarmKey;
import iris.alarm.Shown;
import iris.ui.alert.Sign;
import iris.words.Words;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Every colour and shape that an alarm can have, each with its word, for an eye to confirm. */
final class Shapes extends FlowPane {
  Shapes(Words words) {
    getStyleClass().add("shift-shapes");
    for (Shown shown : new Shown[] {Shown.DOWN, Shown.DEGRADED, Shown.UNKNOWN, Shown.UP, Shown.MAINTENANCE, Shown.OUT_OF_SERVICE}) {
      Sign sign = new Sign();
      sign.show(shown);
      add(sign, words.say("ui.wall.state." + shown));
    }
    Sign fallback = new Sign();
    fallback.show(AlarmKey.Kind.FALLBACK_ACTIVE);
    add(fallback, words.say("ui.alert.kind." + AlarmKey.Kind.FALLBACK_ACTIVE));
  }

  private void add(Sign sign, String word) {
    HBox shape = new HBox(sign, Nodes.words(word));
    shape.getStyleClass().add("shift-shape");
    getChildren().add(shape);
  }
}
