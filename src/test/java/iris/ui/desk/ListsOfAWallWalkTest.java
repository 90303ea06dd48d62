package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey;
import iris.words.Lang;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A wall shows no lists, and has none in its scene: one without room that holds a row asks to be laid out again whenever
 * it was, and the toolkit grants it sixty times a second for as long as the alarm stands.
 */
class ListsOfAWallWalkTest extends Walk {
  private List<AlarmKey> selected() throws Exception {
    return onFx(() -> window.views().shell.alarms().selected().stream().map(AlarmRow::key).toList());
  }

  private int lists() throws Exception {
    return onFx(() -> stage.getScene().getRoot().lookupAll(".list-view").size());
  }

  @Test
  void aWallOnWhichAnOutageStandsHasNoListInItsScene() throws Exception {
    board.set(Boards.calm().board());
    open(Lang.FR, dark().onWall(1));
    board.set(Boards.outage().board());
    until(() -> text("#unacked").equals("1"));
    assertEquals(0, lists());
  }

  @Test
  void whoLeavesTheWallFindsTheListsAgainAndWhoReturnsLeavesThem() throws Exception {
    open(Lang.FR, dark().onWall(1));
    List<AlarmKey> before = selected();
    onFx(() -> {
      window.wallMode(false);
      return null;
    });
    until(() -> list("active").getItems().size() == 1);
    assertEquals(before, selected());
    onFx(() -> {
      window.wallMode(true);
      return null;
    });
    assertEquals(0, lists());
    onFx(() -> {
      window.wallMode(false);
      return null;
    });
    until(() -> list("active").getItems().size() == 1);
  }
}
