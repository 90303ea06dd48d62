package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.ui.desk.Boards;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of what is never hidden. */
class KeptListsTest {
  @Test
  void theOldestAcknowledgementStandsFirst() {
    Words words = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
    List<String> acked = new KeptLists(Boards.takenTwice().board(), Boards.NOW, words).lines().stream()
        .filter(k -> k.group() == Kept.Group.ACKED && !k.head()).map(k -> k.alarm().orElseThrow().subject()).toList();
    assertEquals(List.of("fni", "siv"), acked);
  }
}
