package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the journal gives back of a fallback, also of one that an earlier version wrote down. */
class FallbackKeptTest {
  private static final Rules RULES = new Rules(
      List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of()).planned(
      Map.of("siv", new Rules.FallbackRules("SIV interne", Set.of(Fault.EXTERNAL), true, true, true,
          Duration.ofSeconds(60), 3, Duration.ofHours(1), List.of())));

  @TempDir Path folder;

  // Nanoseconds on purpose: the journal keeps milliseconds, and the attempt must be known by the same name.
  private Now now = new Now(Instant.parse("2026-11-22T10:42:00.123456789Z"), Duration.ofSeconds(1000));
  private Board board = Board.first(RULES, now);
  private final List<Entry> entries = new ArrayList<>();

  private void step(Input input) {
    entries.add(new Entry(now, input, board.after(input, now)));
    board = entries.getLast().outcome().board();
    now = now.plus(Duration.ofSeconds(10));
  }

  private Opening.Writable open() {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, Instant.parse("2026-11-22T12:00:00Z")));
  }

  private Board kept() throws Exception {
    try (Journal journal = open().journal()) {
      journal.write(entries);
    }
    Opening.Writable again = open();
    again.journal().close();
    assertEquals(Optional.empty(), again.restored().damage());
    return again.restored().board().orElseThrow();
  }

  @Test
  void anAttemptAndItsReportsComeBackThroughTheJournal() throws Exception {
    step(new Input.Heard(Fixtures.published("siv", Fixtures.windows(3))));
    step(new Input.Did(new Act.SwitchFallback("siv", true, "marie", "panne", List.of("prévenir"))));
    Instant order = board.fallback("siv").last().orElseThrow().order();
    step(new Input.Heard(new Report.Switching("siv", order, Report.Switching.Stage.STARTED, Reason.of("x"),
        FallbackSight.UNASKED, List.of())));
    step(new Input.Heard(new Report.Switching("siv", order, Report.Switching.Stage.VERIFIED, Reason.of("x"),
        FallbackSight.RUNNING, List.of("fait"))));
    step(new Input.Heard(new Report.FallbackSeen("siv", FallbackSight.RUNNING, Reason.of("x"))));
    Board back = kept();
    Fallback.On on = assertInstanceOf(Fallback.On.class, back.fallback("siv").now());
    assertEquals("marie", on.author());
    assertEquals(List.of("fait"), back.fallback("siv").last().orElseThrow().output());
  }

  @Test
  void aKillInTheMiddleComesBackAsSwitchingAndIsUnknownAfterTheRestart() throws Exception {
    step(new Input.Heard(Fixtures.published("siv", Fixtures.windows(3))));
    step(new Input.Did(new Act.SwitchFallback("siv", true, "marie", "panne", List.of())));
    Board back = kept();
    assertInstanceOf(Fallback.SwitchingOn.class, back.fallback("siv").now());
    Board started = back.after(new Input.Restarted(back.at().wall()), now).board();
    assertInstanceOf(Fallback.Unknown.class, started.fallback("siv").now());
    assertEquals(true, started.alarms().containsKey(new AlarmKey(AlarmKey.Kind.FALLBACK_FAILED, "siv")));
  }

  @Test
  void aSnapshotFromBeforeFallbacksHadAStateSaysThatItRuns() {
    step(new Input.Heard(Fixtures.published("siv", Fixtures.windows(3))));
    step(new Input.Did(new Act.Fallback("siv", true, "marie", "panne")));
    ObjectNode old = (ObjectNode) new JsonMapper().readTree(Codec.board(board));
    old.remove("fallbacks");
    ((ObjectNode) old.get("rules")).remove("fallbacks");
    Board read = Codec.board(old.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), read.rules().fallback("siv"));
    Fallback.On on = assertInstanceOf(Fallback.On.class, read.fallback("siv").now());
    assertEquals("marie", on.author());
    assertEquals("panne", on.reason());
  }

  @Test
  void aStateOfAnEarlierVersionLacksWhatItRanBeforeAndHowOftenItWasAmiss() {
    step(new Input.Heard(Fixtures.published("siv", Fixtures.windows(3))));
    step(new Input.Did(new Act.SwitchFallback("siv", true, "marie", "panne", List.of())));
    step(new Input.Heard(new Report.FallbackSeen("siv", FallbackSight.STOPPED, Reason.of("x"))));
    ObjectNode old = (ObjectNode) new JsonMapper().readTree(Codec.board(board));
    ObjectNode siv = (ObjectNode) old.get("fallbacks").get("siv");
    ((ObjectNode) siv.get("now")).remove("was");
    ((ObjectNode) siv.get("seen")).remove("amiss");
    Board read = Codec.board(old.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), assertInstanceOf(Fallback.SwitchingOn.class, read.fallback("siv").now()).was());
    assertEquals(Optional.empty(), read.fallback("siv").seen().orElseThrow().amiss());
  }

  @Test
  void anActOfAnEarlierVersionIsStillADeclaration() {
    String written = "{\"@\":\"Did\",\"act\":{\"@\":\"Fallback\",\"service\":\"siv\",\"active\":true,"
        + "\"author\":\"marie\",\"reason\":\"panne\"}}";
    Input read = Codec.read(written.getBytes(StandardCharsets.UTF_8), Input.class);
    assertEquals(new Input.Did(new Act.Fallback("siv", true, "marie", "panne")), read);
  }
}
