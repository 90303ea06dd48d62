package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.Rights;
import iris.alarm.Rules;
import iris.alarm.Shift;
import iris.signal.Reason;
import iris.signal.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an earlier version wrote is still read: components that it did not know have their standard. */
class OlderSnapshotTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Rules RULES =
      new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of());
  private static final Board BOARD = Board.first(RULES, new Now(Fixtures.START, Duration.ofHours(1)));

  private static byte[] text(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aSnapshotFromBeforeThereWereRightsLetsEverybodyDoEverything() {
    ObjectNode json = (ObjectNode) JSON.readTree(Codec.board(BOARD));
    json.remove("signed");
    ((ObjectNode) json.get("rules")).remove("rights");
    Board board = Codec.board(text(json));
    assertEquals(Rights.OPEN, board.rules().rights());
    assertEquals(BOARD, board);
  }

  @Test
  void aReconfigurationJournaledBeforeThereWereRightsIsReplayed() {
    ObjectNode json = (ObjectNode) JSON.readTree(Codec.write(new Input.Reconfigured(RULES), Input.class));
    ((ObjectNode) json.get("rules")).remove("rights");
    assertEquals(new Input.Reconfigured(RULES), Codec.read(text(json), Input.class));
  }

  @Test
  void aSnapshotFromBeforeVerdictsWereContestedAndChecksWereTimedIsRead() {
    Board board = BOARD
        .after(new Input.Heard(Fixtures.published("siv", Fixtures.windows(3))), new Now(Fixtures.START, Duration.ofHours(1)))
        .board()
        .after(new Input.Heard(new Report.Checked("siv", Report.Checked.Vantage.SERVICE, true, Reason.of("x"))),
            new Now(Fixtures.START, Duration.ofHours(1))).board();
    ObjectNode json = (ObjectNode) JSON.readTree(Codec.board(board));
    ((ObjectNode) json.get("rules")).remove(List.of("outlook", "guidance"));
    ((ObjectNode) json.get("services").get("siv")).remove("contest");
    json.get("memory").get("checks").forEach(check -> ((ObjectNode) check).remove("took"));
    assertEquals(board, Codec.board(text(json)));
  }

  @Test
  void aContestAndItsVerdictComeBackAsTheyWere() {
    Now now = new Now(Fixtures.START.plusSeconds(900), Duration.ofHours(1));
    Board board = BOARD.after(new Input.Heard(Fixtures.published("siv", List.of(Fixtures.outage()))), now).board()
        .after(new Input.Did(new Act.Contest("siv", OriginVerdict.Fault.PROVIDER, "Léa", "leur guichet")), now).board();
    assertEquals("Léa", board.services().get("siv").contest().orElseThrow().author());
    assertEquals(board, Codec.board(Codec.board(board)));
  }

  @Test
  void aShiftThatKeptNoFallbacksAndNoStoriesIsRead() {
    Now now = new Now(Fixtures.START.plusSeconds(900), Duration.ofHours(1));
    Board board = BOARD.after(new Input.Heard(Fixtures.published("siv", List.of(Fixtures.outage()))), now).board();
    assertEquals(board, Codec.board(Codec.board(board)));
    ObjectNode json = (ObjectNode) JSON.readTree(Codec.board(board));
    ObjectNode shift = (ObjectNode) json.get("shift");
    shift.remove("fallbacks");
    shift.get("spells").forEach(spell -> ((ObjectNode) spell).remove("story"));
    Shift read = Codec.board(text(json)).shift();
    assertEquals(List.of(), read.fallbacks());
    assertEquals(List.of(Shift.Story.UNKNOWN), read.spells().stream().map(Shift.Spell::story).distinct().toList());
  }
}
