package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Transition;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A drift is replayed as it was lived, with what was known then to be usual. */
class DriftKeptTest {
  private static final Rules RULES = new Rules(
      List.of(new Rules.FeedRules("darva", "DARVA", Optional.empty(), Duration.ofMinutes(1))), Map.of());
  private static final Norm USUAL = new Norm("siv", Fixtures.START, Fixtures.START.plusSeconds(7200), DayOfWeek.SUNDAY, 1, 8,
      Map.of(Measure.TRANSACTION, new Norm.Usual(200, 10)));

  @TempDir Path folder;

  private Now now = new Now(Fixtures.START.plusSeconds(3010), Duration.ofSeconds(1000));
  private Board board = Board.first(RULES, now);
  private final List<Entry> entries = new ArrayList<>();

  private void step(Input input) {
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
    now = now.plus(Duration.ofSeconds(10));
  }

  private void drift() {
    step(new Input.Heard(Fixtures.published("darva", Fixtures.windows(10))));
    step(new Input.Heard(new Report.Customary(List.of(USUAL))));
  }

  private Opening.Writable open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, Instant.parse("2026-11-22T12:00:00Z")));
  }

  @Test
  void itComesBackThroughTheJournalWithItsTransition() throws Exception {
    drift();
    assertTrue(board.services().get("siv").drift().isPresent());
    try (Journal journal = open().journal()) {
      journal.write(entries);
    }
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(Optional.empty(), again.restored().damage());
    Board back = again.restored().board().orElseThrow();
    assertEquals(board.services().get("siv").drift(), back.services().get("siv").drift());
    assertEquals(List.of(USUAL), back.memory().services().get("siv").norms());
    assertEquals(1, again.restored().recent().stream().filter(Transition.Drifted.class::isInstance).count());
  }

  @Test
  void aSnapshotFromBeforeAnythingWasUsualHasNoDrift() {
    drift();
    ObjectNode old = (ObjectNode) new JsonMapper().readTree(Codec.board(board));
    ((ObjectNode) old.get("services").get("siv")).remove("drift");
    ((ObjectNode) old.get("memory").get("services").get("siv")).remove("norms");
    Board read = Codec.board(old.toString().getBytes(StandardCharsets.UTF_8));
    ServiceState siv = read.services().get("siv");
    assertEquals(Optional.empty(), siv.drift());
    assertEquals(List.of(), read.memory().services().get("siv").norms());
    Board on = read.after(new Input.Heard(new Report.Customary(List.of(USUAL))), now).board();
    assertTrue(on.services().get("siv").drift().isPresent());
  }
}
