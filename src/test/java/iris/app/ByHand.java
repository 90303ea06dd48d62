package iris.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A hand at the windows of a program that runs in this process, which is one of its own: what it did is a line on the
 * standard output, and a step that cannot be done ends the process.
 */
abstract class ByHand {
  /** What a line of the hand begins with. */
  static final String SAYS = "hand: ";

  final FxRobot robot = new FxRobot();

  abstract void walk() throws Exception;

  /** Runs beside the program. */
  void begin() {
    Thread.ofPlatform().daemon().name("hand").start(() -> {
      try {
        walk();
      } catch (Exception | AssertionError e) {
        say("cannot go on: " + e + windows());
        e.printStackTrace();
        Runtime.getRuntime().halt(9);
      }
    });
  }

  static void say(String what) {
    System.out.println(SAYS + what);
  }

  static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(60, TimeUnit.SECONDS);
  }

  static void until(String what, Callable<Boolean> condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (java.util.concurrent.TimeoutException missing) {
      throw new AssertionError("not seen: " + what);
    }
  }

  /** The window that has such a node and is shown; on the FX thread. */
  static Optional<Stage> window(String query) {
    return Window.getWindows().stream().filter(w -> w instanceof Stage && w.isShowing() && w.getScene() != null)
        .map(Stage.class::cast).filter(s -> s.getScene().getRoot().lookup(query) != null).findFirst();
  }

  static Optional<Stage> wall() {
    return window(".tiles");
  }

  static Optional<Stage> desk() {
    return window(".rail");
  }

  static Node find(Stage in, String query) {
    return Objects.requireNonNull(in.getScene().getRoot().lookup(query), query);
  }

  /** All words that can be read in a window, line by line; on the FX thread. */
  static String read(Stage in) {
    return String.join("\n", words(in.getScene().getRoot()).toList());
  }

  private static Stream<String> words(Node node) {
    if (!node.isVisible()) return Stream.empty();
    Stream<String> own = node instanceof Labeled label && label.getText() != null ? Stream.of(label.getText()) : Stream.empty();
    return node instanceof Parent parent
        ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(ByHand::words)) : own;
  }

  /** A key in the window that has the focus of the desktop. */
  void key(Stage in, KeyCode key) throws Exception {
    until("the focus", in::isFocused);
    WaitForAsyncUtils.waitForFxEvents();
    robot.type(key);
  }

  /** As who looks at it does: its scene is where keys go. */
  static void take(Stage window) throws Exception {
    onFx(() -> {
      window.toFront();
      window.requestFocus();
      return null;
    });
    until("the focus", window::isFocused);
  }

  /** The cross in its corner. */
  static void cross(Stage window) throws Exception {
    onFx(() -> {
      Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
      if (window.isShowing()) window.close();
      return null;
    });
  }

  private static List<String> windows() {
    try {
      return onFx(() -> Window.getWindows().stream().filter(Window::isShowing).map(w -> "\n" + (w instanceof Stage s
          ? s.getTitle() + ":\n" + read(s) : w.toString())).toList());
    } catch (Exception e) {
      return List.of("\n" + e);
    }
  }
}
