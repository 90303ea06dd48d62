package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.notify.Alerting;
import iris.notify.sound.Loudspeaker;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.wall.WallModel;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A machine whose sound device is gone: the header and an alarm of the console's own say so, in words. */
class SoundGoneTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final AlarmKey SOUND = new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "sound");

  private Now now = new Now(Boards.WALL, Duration.ofHours(9));
  private Board board = Board.first(new Rules(List.of(), Map.of()), now);

  private HeaderModel.Fact header(Report.Health health) {
    now = now.plus(Duration.ofSeconds(5));
    board = board.after(new Input.Heard(health), now).board();
    return HeaderModel.of(board, WallModel.of(board, now.wall()), now, FR).sound();
  }

  private static Report.Health first(LinkedBlockingQueue<Report> said) throws InterruptedException {
    Report.Health health = (Report.Health) said.poll(60, TimeUnit.SECONDS);
    if (health == null) throw new AssertionError("nothing is said of the sound");
    return health;
  }

  /** It looks by itself, without a sound. A machine with a device is taken to lose it. */
  @Test
  void noSoundIsSaidInTheHeaderAndStandsAsAnAlarmUntilTheDeviceIsBack() throws Exception {
    LinkedBlockingQueue<Report> said = new LinkedBlockingQueue<>();
    Alerting loud = new Alerting(true, 0.8, true, Optional.empty(), Optional.empty());
    Report.Health found;
    try (Loudspeaker _ = Loudspeaker.ofThisMachine(loud, Map.of("PATH", ""), said::add)) {
      found = first(said);
    }
    Report.Health gone = found.well() ? new Report.Health("sound", false, Reason.of("notify.sound.no-device")) : found;
    assertEquals(new HeaderModel.Fact(FR.say("ui.desk.sound.none"), true), header(gone));
    Alarm alarm = board.alarms().get(SOUND);
    assertTrue(alarm.state().active());
    assertTrue(FR.say(alarm.why()).startsWith("PAS DE SON"), () -> FR.say(alarm.why()));
    header(new Report.Health("sound", true, Reason.of("notify.sound.well", "javax.sound")));
    assertFalse(board.health().get("sound").why().key().contains("no-device"));
    assertEquals(FR.say("ui.desk.sound.on"), HeaderModel.of(board, WallModel.of(board, now.wall()), now, FR).sound().text());
  }
}
