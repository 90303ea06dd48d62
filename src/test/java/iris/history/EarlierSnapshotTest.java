package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rulings;
import iris.alarm.Rules;
import iris.alarm.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a version before the rules of people wrote is read by this one; and what this one writes comes back. */
class EarlierSnapshotTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Now now = new Now(Fixtures.START.plusSeconds(304), Duration.ofSeconds(1000));

  private Board board() {
    Board board = Board.first(new Rules(
        List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()), now);
    List<iris.signal.Item> items = new ArrayList<>(Fixtures.windows(1));
    items.add(Fixtures.outage());
    return board.after(new Input.Heard(Fixtures.published("siv", items)), now).board();
  }

  private static byte[] without(byte[] json, String... names) {
    JsonNode tree = JSON.readTree(json);
    strip(tree, List.of(names));
    return JSON.writeValueAsBytes(tree);
  }

  private static void strip(JsonNode node, List<String> names) {
    if (node instanceof ObjectNode object) object.remove(names);
    node.forEach(child -> strip(child, names));
  }

  @Test
  void aSnapshotWithoutRulesOfPeopleIsABoardWithoutAny() {
    Board board = board();
    assertEquals(1, board.services().get("siv").incidents().size());
    byte[] earlier = without(Codec.board(board), "rulings", "told", "proof");
    String text = new String(earlier, StandardCharsets.UTF_8);
    assertFalse(text.contains("\"rulings\"") || text.contains("\"proof\""), text);
    Board read = Codec.board(earlier);
    assertEquals(Rulings.NONE, read.rulings());
    assertEquals(board.services().get("siv").incidents(), read.services().get("siv").incidents());
    assertEquals(board.memory().services().get("siv").cases(), read.memory().services().get("siv").cases());
  }

  @Test
  void aLineOfTheJournalWithoutWhatTheFeedSaidIsReadAsTheFeedsOwn() {
    Transition.Spoken spoken =
        new Transition.Spoken(now.wall(), "siv", board().services().get("siv").incidents().getFirst(), false);
    Transition.Spoken read = (Transition.Spoken) Codec.transition(without(Codec.transition(spoken), "told", "proof"));
    assertEquals(spoken, read);
    assertEquals(spoken.incident(), read.byFeed());
  }

  @Test
  void rulesComeBackAsTheyWereAndSoDoTheirActs() {
    Act act = new Act.Classify(new Criterion(Optional.of("siv"), Criterion.Field.ANY, "indisponible",
        Criterion.Says.NOTICE, Optional.empty()), "léa", "essai");
    Board board = board().after(new Input.Did(act), now).board();
    assertEquals(1, board.rulings().all().size());
    assertEquals(board, Codec.board(Codec.board(board)));
    Input did = new Input.Did(act);
    assertEquals(did, Codec.read(Codec.write(did, Input.class), Input.class));
  }
}
