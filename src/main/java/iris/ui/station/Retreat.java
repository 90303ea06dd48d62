package iris.ui.station;

import iris.ui.station.keep.Keepsake;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;

/** Where the window is while it is small: in the tray where there is one, else in a small bar that floats above all. */
final class Retreat {
  private final Stage stage;
  private final Keepsake keepsake;
  private final BooleanSupplier tray;
  private final Runnable changed;
  private final ChangeListener<Boolean> small = (property, before, now) -> small(now);
  private Optional<FloatBar> bar = Optional.empty();
  private boolean inTray;

  /**
   * @param tray there is one whose click brings the window back
   * @param changed told when there is a bar to draw
   */
  Retreat(Stage stage, Keepsake keepsake, BooleanSupplier tray, Runnable changed) {
    this.stage = stage;
    this.keepsake = keepsake;
    this.tray = tray;
    this.changed = changed;
    stage.iconifiedProperty().addListener(small);
  }

  private void small(boolean now) {
    if (!now) {
      bar.ifPresent(FloatBar::close);
      bar = Optional.empty();
    } else if (tray.getAsBoolean()) {
      inTray = true;
      stage.hide();
    } else {
      changed.run();
    }
  }

  /** In the tray, which is not closed. */
  boolean away() {
    return inTray;
  }

  /** It can be seen that it is small, and there is no other sign of it: a bar is to be drawn. */
  void draw(BarModel model, Words words, List<String> sheets) {
    if (!stage.isShowing() || !stage.isIconified()) return;
    if (bar.isEmpty()) {
      bar = Optional.of(new FloatBar(words, sheets, keepsake, this::back));
      bar.get().show(model);
      bar.get().open();
    }
    bar.get().show(model);
  }

  Optional<FloatBar> bar() {
    return bar;
  }

  /** In front of all others. */
  void back() {
    inTray = false;
    if (!stage.isShowing()) stage.show();
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  void close() {
    stage.iconifiedProperty().removeListener(small);
    bar.ifPresent(FloatBar::close);
    bar = Optional.empty();
  }
}
