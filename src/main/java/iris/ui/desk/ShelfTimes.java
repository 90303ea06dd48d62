package iris.ui.desk;

import iris.alarm.Shelving;
import iris.words.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** The times that a shelf may last, side by side: one press, and none that the board would refuse. */
final class ShelfTimes {
  private static final List<Duration> TIMES = Stream.of(5, 15, 30, 60, 120, 240, 480).map(Duration::ofMinutes).toList();

  private final SegmentedButton root;
  private final Figures figures;

  ShelfTimes(SegmentedButton root, Figures figures) {
    this.root = root;
    this.figures = figures;
  }

  static List<Duration> within(Duration limit) {
    return TIMES.stream().filter(t -> t.compareTo(limit) <= 0).toList();
  }

  /** Offers what is within the limit, and proposes the usual time. */
  void offer(Duration limit) {
    List<ToggleButton> buttons = new ArrayList<>();
    for (Duration time : within(limit)) {
      ToggleButton button = new ToggleButton(figures.span(time));
      button.setUserData(time);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(time.equals(Shelving.USUAL));
      buttons.add(button);
    }
    root.getButtons().setAll(buttons);
  }

  /** Presses the segment of this time, if it is offered. */
  void choose(Duration time) {
    root.getButtons().forEach(button -> button.setSelected(time.equals(button.getUserData())));
  }

  /** The usual time where a second press left none chosen. */
  Duration chosen() {
    return root.getButtons().stream().filter(ToggleButton::isSelected).map(b -> (Duration) b.getUserData()).findFirst()
        .orElse(Shelving.USUAL);
  }
}
