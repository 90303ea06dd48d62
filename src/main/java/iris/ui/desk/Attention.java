package iris.ui.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;

/**
 * Whether a hand is at work here. While one is, the selection is its own; a console that nobody has touched for
 * {@link #REST} may select what is most urgent, so that the next hand finds it there. On the FX thread; all times are
 * those of the clock that cannot step.
 */
public final class Attention {
  static final Duration REST = Duration.ofSeconds(30);
  /** Less than a person needs to see that a selection moved, and to hold back a finger that is on its way. */
  static final Duration SEEN = Duration.ofMillis(1500);

  private final Supplier<Duration> clock;
  private Duration touched;
  private Optional<Duration> moved = Optional.empty();
  private boolean held;
  private Point2D pointer = Point2D.ZERO;

  public Attention(Supplier<Duration> clock) {
    this.clock = clock;
    touched = clock.get();
  }

  public void listen(Scene scene) {
    scene.addEventFilter(InputEvent.ANY, this::felt);
  }

  private void felt(InputEvent event) {
    if (event instanceof MouseEvent mouse) {
      // The toolkit tells a pointer that lies still of what moves beneath it.
      Point2D at = new Point2D(mouse.getScreenX(), mouse.getScreenY());
      boolean still = at.equals(pointer) && mouse.getEventType() != MouseEvent.MOUSE_PRESSED
          && mouse.getEventType() != MouseEvent.MOUSE_RELEASED;
      pointer = at;
      held = mouse.isPrimaryButtonDown() || mouse.isSecondaryButtonDown();
      if (still) return;
    }
    touched = clock.get();
  }

  /** Nobody has touched anything for a while, and nobody holds a button down. */
  boolean resting() {
    return idle(REST);
  }

  /** The same for a while that somebody else chooses. */
  public boolean idle(Duration time) {
    return !held && clock.get().minus(touched).compareTo(time) >= 0;
  }

  /** The selection has just moved by itself. */
  void moved() {
    moved = Optional.of(clock.get());
  }

  /** The selection moved by itself so lately that nobody can have seen it. */
  boolean unseen() {
    return moved.filter(at -> clock.get().minus(at).compareTo(SEEN) < 0).isPresent();
  }

  /** Who was told that the selection moved has seen it. */
  void seen() {
    moved = Optional.empty();
  }
}
