package iris.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Shown;
import iris.alarm.Transition.Announcement.Call;
import iris.faults.Eye.Told;
import iris.signal.Verdict;
import iris.ui.wall.Day;
import iris.ui.wall.Spoken;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's clock is set, or the machine sleeps: no false alarm, no false calm, and the ages are right. */
class ClockFaultsTest {
  private static final Told DOWN = new Told(Call.RAISE, Kind.OUTAGE, "siv");
  private static final Told LOST = new Told(Call.RAISE, Kind.SUPERVISION_LOST, "siv");
  private static final Told CLOCK = new Told(Call.RAISE, Kind.CONSOLE_FAULT, "clock");
  private static final int HOUR = 12;

  private static String said(Eye eye) {
    return Spoken.of(eye.tile(), eye.now().wall(), Eye.EN);
  }

  private static void suspended(Eye eye) {
    eye.shows(Set.of(Shown.LOST, Shown.DOWN), "alarm.sight.suspended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "-PT1H", "-P1D"})
  void aClockThatIsCorrectedIsNoAlarmAndTheServiceIsGreenAgainWithTheNextPoll(Duration off) throws Exception {
    try (Eye eye = Eye.open()) {
      eye.clock(off);
      suspended(eye);
      eye.clock(Duration.ZERO);
      suspended(eye);
      assertEquals(List.of(), eye.told);
      eye.poll();
      assertEquals(Shown.UP, eye.tile().shown());
      eye.watch(Duration.ofMinutes(12));
      assertEquals(Shown.UP, eye.tile().shown());
      assertEquals(List.of(), eye.told);
      assertTrue(said(eye).contains(Eye.EN.say("ui.wall.age", Eye.EN.figures().age(age(eye)))), () -> said(eye));
    }
  }

  private static Duration age(Eye eye) {
    return Duration.between(eye.provider.newest(), eye.now().wall());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D"})
  void aClockThatStaysAheadIsAccusedAndNotTheProviderAndNothingIsGreen(Duration off) throws Exception {
    try (Eye eye = Eye.open()) {
      eye.clock(off).poll();
      eye.shows(Set.of(Shown.LOST), "alarm.why.clock-offset");
      eye.watch(Duration.ofMinutes(10));
      eye.shows(Set.of(Shown.LOST), "alarm.why.clock-offset");
      assertEquals(List.of(LOST, CLOCK), eye.told);
      // With the next window, which is heard by a clock that is right.
      eye.clock(Duration.ZERO).watch(Duration.ofMinutes(6));
      assertEquals(Shown.UP, eye.tile().shown());
      assertTrue(eye.told.contains(new Told(Call.CLEAR, Kind.SUPERVISION_LOST, "siv")), eye.told::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "-P1D"})
  void aClockThatStaysBehindIsAccusedAndNoFigureIsCalledYoung(Duration off) throws Exception {
    try (Eye eye = Eye.open()) {
      eye.clock(off).poll();
      assertTrue(said(eye).contains(Eye.EN.say("ui.wall.ahead", Eye.EN.figures().span(age(eye).negated()))), () -> said(eye));
      assertEquals(0, Spoken.life(eye.tile(), eye.now().wall()));
      eye.watch(Duration.ofMinutes(9));
      eye.shows(Set.of(Shown.UNKNOWN), "alarm.why.clock-offset");
      assertEquals(List.of(CLOCK), eye.told);
      eye.watch(Duration.ofMinutes(7));
      eye.shows(Set.of(Shown.LOST), "alarm.why.clock-offset");
      assertEquals(List.of(CLOCK, LOST), eye.told);
      // With the next window, which is heard by a clock that is right.
      eye.clock(Duration.ZERO).watch(Duration.ofMinutes(6));
      assertEquals(Shown.UP, eye.tile().shown());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "P1D", "-PT1H", "-P1D"})
  void anOutageRingsWhateverThisClockSaysAndOnceOnly(Duration off) throws Exception {
    rings(off, Provider::nextIsDown);
    // The window is there already, and its figures are corrected.
    rings(off, Provider::newestIsDown);
  }

  private static void rings(Duration off, Consumer<Provider> breaks) throws Exception {
    try (Eye eye = Eye.open()) {
      eye.clock(off).poll();
      breaks.accept(eye.provider);
      eye.watch(Duration.ofMinutes(5));
      assertTrue(eye.told.contains(DOWN), eye.told::toString);
      assertEquals(Shown.DOWN, eye.tile().shown());
      eye.watch(Duration.ofMinutes(2));
      eye.clock(Duration.ZERO);
      assertEquals(Shown.DOWN, eye.tile().shown());
      eye.watch(Duration.ofMinutes(1));
      assertEquals(Shown.DOWN, eye.tile().shown());
      assertEquals(1, eye.told.stream().filter(DOWN::equals).count(), eye.told::toString);
      eye.watch(Duration.ofMinutes(12));
      assertEquals(Shown.UP, eye.tile().shown());
      assertTrue(eye.told.contains(new Told(Call.CLEAR, Kind.OUTAGE, "siv")), eye.told::toString);
    }
  }

  @Test
  void anHourOfSleepIsSaidFilledWithOnePollAndAnOutageWithinItIsHistory() throws Exception {
    try (Eye eye = Eye.open()) {
      eye.watch(Duration.ofMinutes(8));
      eye.sleep(Duration.ofMinutes(30));
      eye.provider.newestIsDown();
      eye.sleep(Duration.ofMinutes(30));
      suspended(eye);
      assertEquals(List.of(), eye.told);
      eye.poll();
      assertEquals(Shown.UP, eye.tile().shown());
      assertFalse(eye.tile().stale());
      assertEquals(List.of(), eye.told, "what is over when the machine wakes rings no more");
      Day day = eye.tile().day();
      assertEquals(Duration.ofMinutes(5), day.spent(Verdict.DOWN));
      for (int cell = Day.CELLS - HOUR; cell < Day.CELLS; cell++) assertNotEquals(Verdict.UNKNOWN, day.verdict(cell));
    }
  }

  @Test
  void whatTheFeedNoLongerTellsAfterANightOfSleepIsAGap() throws Exception {
    try (Eye eye = Eye.open()) {
      eye.sleep(Duration.ofHours(6));
      suspended(eye);
      eye.poll();
      assertEquals(Shown.UP, eye.tile().shown());
      assertEquals(List.of(), eye.told);
      Day day = eye.tile().day();
      assertEquals(Verdict.UP, day.verdict(Day.CELLS - 1 - HOUR));
      assertEquals(Verdict.UNKNOWN, day.verdict(Day.CELLS - 1 - 4 * HOUR), "nobody saw it");
      assertEquals(Verdict.UP, day.verdict(Day.CELLS - 1 - 7 * HOUR));
      assertTrue(day.share().coverage() < 0.2);
    }
  }

  @Test
  void aServiceThatIsDownWhenTheMachineWakesRingsWithTheFirstPoll() throws Exception {
    try (Eye eye = Eye.open()) {
      eye.sleep(Duration.ofHours(1));
      eye.provider.newestIsDown();
      eye.poll();
      assertEquals(List.of(DOWN), eye.told);
      assertEquals(Shown.DOWN, eye.tile().shown());
    }
  }
}
