package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.fallback.TwoPlans;
import iris.words.Lang;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** A fallback that runs and one that failed stand on the window of the tiles, and on the wall. */
class StandingWalkTest extends Walk {
  private List<String> standing() throws Exception {
    return onFx(() -> stage.getScene().getRoot().lookupAll(".standing-line").stream()
        .filter(line -> line.getBoundsInParent().getHeight() > 0 && line.getParent().isVisible())
        .map(Node::getAccessibleText).sorted().toList());
  }

  private void both() throws Exception {
    List<String> lines = standing();
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.getFirst().startsWith("Secours ACTIF pour SIV depuis 15:22, par Marie"), lines::toString);
    assertTrue(lines.getLast().startsWith("Secours de FNI\u00a0: BASCULE EN ÉCHEC depuis 15:24"), lines::toString);
  }

  @Test
  void onTheDeskUntilItIsOver() throws Exception {
    board.set(TwoPlans.board());
    open(Lang.FR, dark());
    both();
    board.set(Boards.calm().board());
    until(() -> find(".standing-line") == null);
  }

  @Test
  void onTheWallThatFillsItsScreen() throws Exception {
    board.set(TwoPlans.board());
    open(Lang.FR, dark().onWall(1));
    until(() -> stage.isFullScreen());
    both();
  }
}
