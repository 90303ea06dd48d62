package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Relieving;
import iris.alarm.Rules;
import iris.alarm.Shift;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shift in snapshots and in the journal's lines. */
class ShiftKeptTest {
  private static final Now NOW = new Now(Instant.parse("2026-11-23T05:00:00Z"), Duration.ofSeconds(100));

  private static Board board() {
    Act.Checked.Found well = new Act.Checked.Found(Act.Checked.Finding.WELL, Reason.of("ui.shift.check.confirmed"));
    return Board.first(new Rules(List.of(), Map.of()), NOW)
        .after(new Input.Did(new Act.Note("marie", "Appeler à 18 h")), NOW).board()
        .after(new Input.Did(new Act.Checked("marie", well, well, well)), NOW).board();
  }

  @Test
  void aShiftComesBackFromASnapshotAsItWas() {
    assertEquals(board().shift(), Codec.board(Codec.board(board())).shift());
  }

  @Test
  void aSnapshotOfAnEarlierVersionBeginsAShiftWithItsBoard() {
    ObjectNode old = (ObjectNode) JsonMapper.shared().readTree(Codec.board(board()));
    assertTrue(old.has("shift"));
    old.remove("shift");
    assertEquals(Shift.beginning(NOW.wall()), Codec.board(JsonMapper.shared().writeValueAsBytes(old)).shift());
  }

  @Test
  void everyActOfTheShiftIsReadBackFromItsLine() {
    String page = "Relève";
    Act.Checked.Found ill = new Act.Checked.Found(Act.Checked.Finding.ILL, Reason.of("notify.sound.no-device"));
    for (Act act : List.of(new Act.Note("m", "n"), new Act.HandOver("m", "M", "P", Relieving.digest(page), page),
        new Act.Checked("m", ill, ill, ill), new Act.StartExercise(Optional.of("siv"), "m"), new Act.StopExercise("m")))
      assertEquals(new Input.Did(act), Codec.read(Codec.write(new Input.Did(act), Input.class), Input.class));
  }
}
