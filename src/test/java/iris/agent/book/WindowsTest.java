package iris.agent.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class WindowsTest {
  @Test
  void aWindowIsClosedTenSecondsAfterItsEndWithItsFigures() throws DataFormatException {
    Scene scene = Scene.calm().until("14:05:09");
    assertEquals(List.of(), scene.windows);
    scene.pass(1);
    Window w = scene.window("14:00");
    assertEquals(Verdict.UP, w.state());
    assertEquals(3000, w.total());
    assertEquals(new Timing(500, 500, 500, 500, 500), w.transaction());
    assertEquals("urn:iris:siv:window:2026-11-22T14:00:00Z", scene.all.getFirst().guid());
    assertEquals(Instant.parse("2026-11-22T14:05:10Z"), scene.all.getFirst().at());
    Window.Histogram told = w.histograms().getFirst();
    assertEquals("transactionTime", told.of());
    assertTrue(told.data().startsWith("HISTFAAA"), told::data);
    Histogram read = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(told.data())), 0);
    assertEquals(3000, read.getTotalCount());
  }

  @Test
  void aLineGoesToItsOwnWindowWhileThatIsOpenAndIsCountedLateAfterwards() {
    Scene scene = Scene.calm().traffic(0).until("14:05:08");
    scene.rate = 7;
    scene.step(new Stimulus.Heard(scene.counted(Instant.parse("2026-11-22T14:04:58Z"))));
    scene.rate = 0;
    scene.pass(2);
    assertEquals(607, scene.window("14:00").total());
    scene.rate = 7;
    scene.step(new Stimulus.Heard(scene.counted(Instant.parse("2026-11-22T14:04:59Z"))));
    assertEquals(new Memory.Missed(7, 0, 0), scene.book.missed());
    assertEquals(1, scene.windows.size());
  }

  @Test
  void anEmptyWindowHasTheStateThatTheChecksFoundAndIsUnknownWithoutThem() {
    Scene scene = Scene.fresh().until("14:05:10").well("front").until("14:10:10").state("14:00", Verdict.UNKNOWN)
        .state("14:05", Verdict.UP).nothingElse();
    assertEquals(0, scene.window("14:05").total());
    assertEquals(Timing.NONE, scene.window("14:05").transaction());
    assertEquals(List.of(), scene.window("14:05").histograms());
    scene.fails("front").until("14:15:10").state("14:10", Verdict.DOWN);
  }

  @Test
  void talliesOfOneWindowAreMerged() {
    Scene scene = Scene.fresh();
    scene.pass(1);
    for (int i = 0; i < 3; i++) {
      Tally tally = new Tally(Scene.START);
      tally.good(100 + i * 1000);
      tally.response("ants", 50 + i * 500);
      tally.failed(Origin.EXTERNAL, -1);
      scene.step(new Stimulus.Heard(Scene.counted(List.of(tally), List.of())));
    }
    scene.until("14:05:10");
    Window w = scene.window("14:00");
    assertEquals(6, w.total());
    assertEquals(Map.of(Origin.EXTERNAL, 3L), w.failures());
    assertEquals(1100, w.transaction().p50());
    assertEquals("ants", w.responses().getFirst().party());
    assertEquals(550, w.responses().getFirst().timing().mean());
    assertEquals(2, w.histograms().size());
  }

  @Test
  void windowsInWhichTheAgentDidNotRunAreAbsentAndPartlyRunOnesAreNot() {
    Scene scene = Scene.calm().traffic(0).until("14:07:00").restart(20 * 60).expectNotice("agent.book.stopped");
    scene.rate = 5;
    scene.step(new Stimulus.Heard(scene.counted(Instant.parse("2026-11-22T14:08:00Z"))));
    scene.step(new Stimulus.Heard(scene.counted(Instant.parse("2026-11-22T14:12:00Z"))));
    scene.rate = 0;
    scene.until("14:30:10").nothingElse();
    assertEquals(List.of("2026-11-22T14:00:00Z", "2026-11-22T14:05:00Z", "2026-11-22T14:25:00Z"),
        scene.windows.stream().map(w -> w.from().toString()).toList());
    assertEquals(5, scene.window("14:05").total());
    assertEquals(new Memory.Missed(0, 5, 0), scene.book.missed());
  }

  @Test
  void aRestartWithinAWindowLosesNothing() {
    Scene scene = Scene.calm().restart(30).nothingElse().until("14:05:10");
    assertEquals(3000 - 300, scene.window("14:00").total());
  }

  @Test
  void aClockSetForwardIsNotHavingRun() {
    Scene scene = Scene.calm();
    scene.now = scene.now.plus(Duration.ofDays(400));
    scene.step(new Stimulus.Tick()).expectNotice("agent.book.clock.forward");
    assertEquals(0, scene.windows.size());
    scene.pass(600).nothingElse();
    assertEquals(3, scene.windows.size());
    assertEquals(Scene.START, scene.windows.getFirst().from());
  }

  @Test
  void aClockSetBackPublishesNoWindowTwice() {
    Scene scene = Scene.calm().until("14:20:12");
    scene.now = scene.now.minusSeconds(900);
    scene.step(new Stimulus.Tick()).expectNotice("agent.book.clock.back").until("14:40:12").nothingElse();
    assertEquals(8, scene.windows.size());
    assertEquals(8, scene.windows.stream().map(Window::from).distinct().count());
  }

  @Test
  void aClockThatWasYearsAheadDoesNotEndTheWindows() {
    Scene scene = new Scene(Scene.served(), Scene.START.plus(Duration.ofDays(3650))).traffic(10).pass(400);
    scene.now = Scene.START;
    scene.step(new Stimulus.Tick()).expectNotice("agent.book.clock.back").until("14:05:10").nothingElse();
    assertEquals(3000, scene.window("14:00").total());
    assertEquals(Instant.parse("2026-11-22T14:05:10Z"), scene.all.getLast().at());
  }

  @Test
  void aPeriodThatWasChangedMakesNoOverlap() {
    Scene scene = Scene.calm().until("14:06:00");
    scene.book = Book.kept(scene.book.served(), Duration.ofMinutes(15), scene.book.state(), scene.book.tallies());
    scene.step(new Stimulus.Resumed(scene.now)).until("14:45:10");
    for (int i = 1; i < scene.windows.size(); i++)
      assertTrue(!scene.windows.get(i).from().isBefore(scene.windows.get(i - 1).to()), scene.windows::toString);
    assertEquals(Instant.parse("2026-11-22T14:45:00Z"), scene.windows.getLast().to());
  }

  @Test
  void aPeriodThatWasShortenedInTheMiddleOfAWindowLosesNoLineOfIt() {
    Scene scene = Scene.calm().until("14:02:00");
    scene.book = Book.kept(scene.book.served(), Duration.ofMinutes(1), scene.book.state(), scene.book.tallies());
    scene.step(new Stimulus.Resumed(scene.now));
    Tally tally = new Tally(Instant.parse("2026-11-22T14:03:00Z"));
    for (int i = 0; i < 40; i++) tally.good(200);
    scene.step(new Stimulus.Heard(Scene.counted(List.of(tally), List.of())));
    scene.traffic(0).until("14:05:10");
    assertEquals(1240, scene.window("14:00").total());
    assertEquals(new Memory.Missed(0, 0, 0), scene.book.missed());
    scene.until("14:06:10");
    assertEquals(Instant.parse("2026-11-22T14:06:00Z"), scene.windows.getLast().to());
  }
}
