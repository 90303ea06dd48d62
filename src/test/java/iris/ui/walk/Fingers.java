package iris.ui.walk;

import static iris.ui.walk.Patience.onFx;
import static iris.ui.walk.Patience.until;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The hand of a test: it points at what stands still and is not covered, and presses in the same breath, so that no
 * layout comes between its aim and its click. Where a click went astray the test failed once in a hundred runs,
 * another test each time. What reached its aim is never done twice: that the window ignored it is the test's finding.
 */
public final class Fingers {
  private final FxRobot writer = new FxRobot();
  private Robot glass;
  private Callable<Node> aim;

  /** Forgets what the tests before left in the air. */
  public Fingers() {
    WaitForAsyncUtils.clearExceptions();
  }

  public Fingers clickOn(Node node) {
    return clickOn(() -> node);
  }

  /** Looked for anew as long as it is aimed at; on the thread of the screen. */
  public Fingers clickOn(Callable<Node> node) {
    return click(node, MouseButton.PRIMARY);
  }

  /** In whatever window it is, a menu's or a list's that opens too. */
  public Fingers clickOn(String id) {
    return click(() -> anywhere(id), MouseButton.PRIMARY);
  }

  public Fingers rightClickOn(Callable<Node> node) {
    return click(node, MouseButton.SECONDARY);
  }

  public Fingers clickOn(Point2D at) {
    return moveTo(at).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
  }

  private Fingers click(Callable<Node> node, MouseButton button) {
    act(() -> Aim.click(this::robot, node, button));
    return this;
  }

  private static Void release(Robot robot, MouseButton... buttons) {
    robot.mouseRelease(buttons);
    return null;
  }

  public Fingers moveTo(Callable<Node> node) {
    act(() -> Aim.at(this::robot, node));
    aim = node;
    return this;
  }

  public Fingers moveTo(Point2D at) {
    act(() -> onFx(() -> {
      robot().mouseMove(at);
      return null;
    }));
    aim = null;
    return this;
  }

  /** Where the hand was moved to; a node that moved since is followed. */
  public Fingers press(MouseButton button) {
    Callable<Node> held = aim;
    if (held != null) act(() -> Aim.press(this::robot, held, button));
    else act(() -> onFx(() -> {
      robot().mousePress(button);
      return null;
    }));
    return this;
  }

  public Fingers release(MouseButton button) {
    act(() -> onFx(() -> release(robot(), button)));
    return this;
  }

  /** The wheel, so many steps up. */
  public Fingers scroll(int up) {
    for (int i = 0; i < up; i++) act(() -> onFx(() -> {
      robot().mouseWheel(-1);
      return null;
    }));
    return this;
  }

  /** Opens the box, clicks on the very line of its list, and sees it closed. */
  public Fingers choose(Callable<Node> box, String word) {
    clickOn(box);
    Node there = Patience.seen(box);
    clickOn(() -> line(there, word));
    act(() -> until(() -> there + " still open", () -> !open(there)));
    return this;
  }

  private static boolean open(Node box) {
    return box instanceof ComboBox<?> combo ? combo.isShowing() : ((ChoiceBox<?>) box).isShowing();
  }

  private static Node line(Node box, String word) {
    if (!open(box)) throw new IllegalStateException("the list of " + box + " is not open");
    Stream<Node> lines = box instanceof ComboBox<?> combo
        ? ((ComboBoxListViewSkin<?>) combo.getSkin()).getPopupContent().lookupAll(".list-cell").stream()
            .filter(cell -> cell.isVisible() && word.equals(((IndexedCell<?>) cell).getText()))
        : windows().filter(ContextMenu.class::isInstance).flatMap(menu -> ((ContextMenu) menu).getItems().stream())
            .filter(item -> word.equals(item.getText())).map(MenuItem::getStyleableNode);
    return lines.findFirst().orElseThrow(() -> new IllegalStateException("no line " + word + " in the list of " + box));
  }

  /** Opens the button's menu, clicks on the item that reads so, and sees it closed. */
  public Fingers pick(Callable<Node> button, String item) {
    clickOn(button);
    MenuButton menu = (MenuButton) Patience.seen(button);
    clickOn(() -> {
      MenuItem there = menu.getItems().stream().filter(i -> item.equals(i.getText())).findFirst().orElseThrow(() ->
          new IllegalStateException("no " + item + " in " + menu.getItems().stream().map(MenuItem::getText).toList()));
      return Objects.requireNonNull(there.getStyleableNode(), "the menu is not open");
    });
    act(() -> until(() -> menu + " still open", () -> !menu.isShowing()));
    return this;
  }

  /** Keys go where the focus of the desktop is: none is typed before a window has it. */
  private Window focused() throws Exception {
    until(() -> "no window has the focus of " + Window.getWindows(), () -> windows().anyMatch(Window::isFocused));
    // On the headless screen several say so; its keys go to the newest of them.
    return onFx(() -> windows().filter(Window::isFocused).reduce((older, newer) -> newer).orElseThrow());
  }

  private static Stream<Window> windows() {
    return List.copyOf(Window.getWindows()).stream().filter(Window::isShowing);
  }

  public Fingers press(KeyCode... keys) {
    for (KeyCode key : keys) act(() -> {
      focused();
      onFx(() -> {
        robot().keyPress(key);
        return null;
      });
    });
    return this;
  }

  public Fingers release(KeyCode... keys) {
    for (KeyCode key : keys) act(() -> onFx(() -> {
      robot().keyRelease(key);
      return null;
    }));
    return this;
  }

  /** One after another. */
  public Fingers type(KeyCode... keys) {
    for (KeyCode key : keys) press(key).release(key);
    return this;
  }

  public Fingers type(KeyCode key, int times) {
    for (int i = 0; i < times; i++) type(key);
    return this;
  }

  /** All together. */
  public Fingers push(KeyCode... keys) {
    press(keys);
    return release(List.of(keys).reversed().toArray(KeyCode[]::new));
  }

  public Fingers write(char letter) {
    return write(String.valueOf(letter));
  }

  /** Letters of any alphabet, to what has the focus. */
  public Fingers write(String words) {
    act(() -> {
      Window there = focused();
      Patience.unheard();
      writer.targetWindow(there).write(words);
    });
    return this;
  }

  private Robot robot() {
    if (glass == null) glass = new Robot();
    return glass;
  }

  private static Node anywhere(String id) {
    return windows().map(w -> w.getScene().getRoot().lookup(id)).filter(Objects::nonNull).findFirst()
        .orElseThrow(() -> new IllegalStateException("nowhere: " + id));
  }

  private interface Deed {
    void done() throws Exception;
  }

  /** And what it brings about at once is brought about. */
  private static void act(Deed deed) {
    try {
      deed.done();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
