package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The first start: the demonstration plays, and the way to one's own feed stands beside it. */
class FirstStartWalkTest extends Walk {
  private static WindowOptions first() {
    return dark().withDemo("Démonstration").withOffer();
  }

  @Test
  void theKeyOpensTheFormOfANewFeed() throws Exception {
    open(Lang.FR, first());
    robot.type(KeyCode.N);
    until(() -> wishes.equals(List.of(Wish.newFeed())));
  }

  @Test
  void theButtonInTheStripDoesWhatTheKeyDoesInBothLanguages() throws Exception {
    open(Lang.EN, first());
    assertEquals("N\u2002Add your feed", onFx(() -> ((Button) find("#offer")).getText()));
    robot.clickOn(() -> find("#offer"));
    until(() -> wishes.equals(List.of(Wish.newFeed())));
  }

  @Test
  void whereAFeedIsConfiguredNothingIsOffered() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.N);
    assertTrue(onFx(() -> find("#offer") == null && wishes.isEmpty()));
  }
}
