package iris.ui.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.fallback.TwoPlans;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Lang;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** More pages than there are function keys. */
class ManyPagesWalkTest extends StationWalk {
  private static final List<String> IDS = List.of("alarms", "origin", "fallback", "episode", "services", "why", "classify",
      "shift", "settings", "tenth", "eleventh");

  private record Plain(String id, StackPane root) implements Page {
    static Plain named(String id) {
      StackPane root = new StackPane(new Label(id));
      root.setFocusTraversable(true);
      root.setId("root-" + id);
      return new Plain(id, root);
    }

    @Override
    public void show(Seen seen) {}
  }

  @Override
  protected List<Page.Making> pages() {
    return IDS.stream().map(id -> (Page.Making) (ports, words) -> Plain.named(id)).toList();
  }

  @Test
  void thePagesAfterTheNinthAreTurnedToWithShift() throws Exception {
    open(Lang.FR, dark());
    robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);
    until(() -> find("#root-eleventh") != null);
    robot.type(KeyCode.F3);
    until(() -> find("#root-origin") != null);
    robot.press(KeyCode.SHIFT).type(KeyCode.F2).release(KeyCode.SHIFT);
    until(() -> find("#root-tenth") != null);
    robot.press(KeyCode.SHIFT).type(KeyCode.F4).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    until(() -> find("#root-alarms") != null);
  }

  @Test
  void inTheSmallestWindowAllPagesAndWhatIsSaidBelowThemAreSeen() throws Exception {
    board.set(TwoPlans.board());
    open(Lang.FR, dark());
    onFx(() -> {
      stage.setWidth(Station.LEAST_WIDTH);
      stage.setHeight(Station.LEAST_HEIGHT);
      window.notice("Refusé");
      return null;
    });
    until(() -> stage.getScene().getHeight() <= Station.LEAST_HEIGHT && lowest("#station-notice") <= stage.getScene().getHeight()
        && lowest("#page-" + IDS.getLast()) <= stage.getScene().getHeight());
    assertEquals("Refusé", notice());
  }

  private double lowest(String query) {
    Node node = find(query);
    return node.localToScene(node.getBoundsInLocal()).getMaxY();
  }

  @Test
  void theRailAndTheHelpSayTheirKeys() throws Exception {
    open(Lang.FR, dark());
    assertEquals(List.of("F2", "F10", "Maj\u00a0F2", "Maj\u00a0F3"), IntStream.of(0, 8, 9, 10).mapToObj(i -> {
      try {
        return onFx(() -> ((Label) find("#page-" + IDS.get(i)).lookup(".rail-key")).getText());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }).toList());
    robot.type(KeyCode.F1);
    until(() -> window.binder().view.helping());
    assertTrue(onFx(() -> stage.getScene().getRoot().lookupAll(".keys-help .key").stream()
        .anyMatch(key -> ((Label) key).getText().equals("Maj\u00a0F2 …"))));
  }
}
