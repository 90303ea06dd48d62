package iris.app;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** Who has typed {@code iris demo fallback} and does what it shows, by mouse; see {@link DemoFallbackTest}. */
final class DemoByHand extends ByHand {
  public static void main(String[] words) {
    new DemoByHand().begin();
    Main.main(words);
  }

  @Override
  void walk() throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, DemoByHand::toolkit);
    until("the tiles", () -> wall().isPresent());
    until("the desk, which opens by itself", () -> desk().filter(d -> d.getScene().getRoot().lookup("#fallback-on") != null)
        .isPresent());
    Stage wall = onFx(() -> wall().orElseThrow());
    Stage desk = onFx(() -> desk().orElseThrow());
    say("the page of the fallback stands");
    until("the advice", () -> read(desk).contains("Activation RECOMMENDED"));
    say("recommended");
    take(desk);
    hold(desk, "#fallback-on", "the demonstration says so", "Fallback ACTIVE");
    for (Stage window : List.of(wall, desk)) until("the line on both windows", () -> standing(window)
        .equals("the demonstration says so"));
    say("active on both windows");
    hold(desk, "#fallback-off", "seen enough", "Fallback at rest");
    for (Stage window : List.of(wall, desk)) until("no line on either window", () -> standing(window).isEmpty());
    say("back in production");
    cross(desk);
    cross(wall);
  }

  /** It starts while the hand waits already. */
  private static boolean toolkit() {
    try {
      Platform.runLater(() -> {});
      return true;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private void hold(Stage desk, String button, String because, String until) throws Exception {
    robot.clickOn(find(desk, "#fallback-reason"));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write(because);
    robot.moveTo(find(desk, button));
    robot.press(MouseButton.PRIMARY);
    until(until, () -> read(desk).contains(until));
    robot.release(MouseButton.PRIMARY);
  }

  /** Why the fallback runs, as the line that stands on the window says it; empty: none stands. */
  private static String standing(Stage window) {
    var line = window.getScene().getRoot().lookup(".standing-line");
    if (line == null || !line.getAccessibleText().startsWith("Fallback ACTIVE for SIV")) return "";
    return line.getAccessibleText().replaceFirst(".*because: ", "");
  }
}
