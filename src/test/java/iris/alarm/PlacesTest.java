package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void theWallStandsInTheOrderOfTheConfigurationWhoeverAnswersFirst() {
    Rules rules = new Rules(
        List.of(feed("first"), feed("second"), feed("third")), Map.of());
    Now now = new Now(Scene.START, Duration.ZERO);
    Board board = Board.first(rules, now);
    for (String feed : List.of("third", "first", "second"))
      board = board.after(new Input.Heard(new Report.Published(feed,
          Items.bulletin(Dialect.IRIS, Scene.START, List.of(feed + "-b", feed + "-a"), List.of(), List.of()),
          Contact.NOTHING_KNOWN, false)), now).board();
    assertEquals(List.of("first-b", "first-a", "second-b", "second-a", "third-b", "third-a"),
        List.copyOf(board.services().keySet()));
  }

  private static Rules.FeedRules feed(String id) {
    return new Rules.FeedRules(id, id, Optional.empty(), Duration.ofMinutes(1));
  }
}
