package iris.ui.walk;

import iris.words.Lang;
import iris.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;

/** What every walk through a window needs: hands, eyes, and patience with an end. */
public abstract class Walking {
  protected final Fingers robot = new Fingers();
  protected Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  protected static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  protected static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  protected static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  /** The node of this id; null where there is none. On the FX thread. */
  protected Node find(String id) {
    return Patience.seen(() -> stage.getScene().getRoot().lookup("#" + id));
  }

  protected void click(String id) {
    robot.clickOn(() -> find(id));
  }

  protected String text(String id) throws Exception {
    return onFx(() -> ((Labeled) find(id)).getText());
  }

  protected void untilSaid(String id, String part) throws Exception {
    until(() -> find(id) instanceof Labeled said && said.getText().contains(part));
  }

  /** Goes there by the tabulator, or fails. */
  protected void tabTo(String id) throws Exception {
    for (int steps = 0; steps < 120 && !focused(id); steps++) robot.type(KeyCode.TAB);
    if (!focused(id)) throw new AssertionError("no way there by Tab: " + id);
  }

  private boolean focused(String id) throws Exception {
    return onFx(() -> find(id) != null && find(id).isFocused());
  }

  /** One key while others are held. */
  protected void press(KeyCode held, KeyCode key) {
    robot.press(held).type(key).release(held);
  }

  /** In the place of what stands in the field that has the focus. */
  protected void overwrite(String text) {
    press(KeyCode.CONTROL, KeyCode.A);
    robot.write(text);
  }

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  protected static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  protected static List<Throwable> ours(List<Throwable> faults) {
    return faults.stream().filter(fault -> !ofTheHeadlessScreen(fault)).toList();
  }

  protected static String trace(List<Throwable> faults) {
    StringWriter out = new StringWriter();
    faults.forEach(fault -> fault.printStackTrace(new PrintWriter(out)));
    return out.toString();
  }
}
