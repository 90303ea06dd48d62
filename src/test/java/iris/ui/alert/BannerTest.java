package iris.ui.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Suppression;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannerTest {
  private static final Now NOW = new Now(Instant.parse("2026-11-22T14:27:42Z"), Duration.ofHours(9));
  private static final Instant SINCE = Instant.parse("2026-11-22T14:12:20Z");
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Words EN = Words.of(Lang.EN, ZoneId.of("Europe/Paris"));

  private final Map<AlarmKey, Alarm> alarms = new LinkedHashMap<>();

  private void alarm(Kind kind, String subject, Lifecycle state, Priority priority, Optional<Suppression> muted,
      Optional<Alarm.Remark> ack) {
    AlarmKey key = new AlarmKey(kind, subject);
    alarms.put(key, new Alarm(key, state, 0, priority, Optional.of("e"), Optional.of(SINCE), Optional.of(SINCE),
        Optional.empty(), ack, List.of(), muted, false, 0, Reason.of("why")));
  }

  private void outage(String service) {
    alarm(Kind.OUTAGE, service, Lifecycle.UNACKED, Priority.P1, Optional.empty(), Optional.empty());
  }

  private Board board() {
    return new Board(new Rules(List.of(), Map.of()), NOW, Map.of(), Map.of(), alarms, Optional.empty(), Map.of());
  }

  private static Told cleared(Kind kind, String subject, Instant at) {
    return new Told(at, new Announcement(Call.CLEAR, new AlarmKey(kind, subject), Priority.P1, "e", subject, Optional.empty(),
        SINCE, Optional.of(Duration.ofMinutes(15)), Optional.of(Duration.ofMinutes(5)), Reason.of("why"), false));
  }

  private Banner banner(Told... told) {
    return Banner.of(board(), List.of(told), NOW, FR);
  }

  @Test
  void anOutageIsSaidWithItsTime() {
    outage("SIV");
    Banner banner = banner();
    assertEquals(Banner.Tone.P1, banner.tone());
    assertEquals("SIV\u00a0: indisponible depuis 15:12", banner.sentence());
    assertEquals("SIV: down since 15:12", Banner.of(board(), List.of(), NOW, EN).sentence());
  }

  @Test
  void theMostUrgentSpeaksAndTheOthersAreCounted() {
    alarm(Kind.SUPERVISION_LOST, "darva", Lifecycle.UNACKED, Priority.P2, Optional.empty(), Optional.empty());
    outage("SIV");
    assertEquals("SIV\u00a0: indisponible depuis 15:12", banner().sentence());
    assertEquals("+ 1 autre alarme", banner().more());
  }

  @Test
  void aStormIsOneSummaryWithTheHighest() {
    for (int i = 1; i <= 25; i++) outage("S" + i);
    assertEquals("25 alarmes à acquitter. La plus grave\u00a0: S1\u00a0: indisponible depuis 15:12", banner().sentence());
    assertEquals("", banner().more());
  }

  @Test
  void whatIsAcknowledgedMutedOrP3LeavesTheBanner() {
    alarm(Kind.OUTAGE, "a", Lifecycle.ACKED, Priority.P1, Optional.empty(), Optional.empty());
    alarm(Kind.OUTAGE, "b", Lifecycle.UNACKED, Priority.P1, Optional.of(new Suppression(Suppression.Kind.SHELVED, "m", "r",
        SINCE, Optional.empty())), Optional.empty());
    alarm(Kind.FALLBACK_ACTIVE, "c", Lifecycle.UNACKED, Priority.P3, Optional.empty(), Optional.empty());
    assertEquals(Banner.Tone.CALM, banner().tone());
  }

  @Test
  void aRecoveryIsNewsForHalfAnHour() {
    alarm(Kind.OUTAGE, "SIV", Lifecycle.RETURNED_UNACKED, Priority.P1, Optional.empty(), Optional.empty());
    Banner fresh = banner(cleared(Kind.OUTAGE, "SIV", NOW.wall().minusSeconds(462)));
    assertEquals("SIV\u00a0: rétabli à 15:20, indisponibilité\u00a0: 15\u00a0min (±\u00a05\u00a0min)", fresh.sentence());
    assertEquals(Banner.Tone.RECOVERED, fresh.tone());
    assertEquals(Banner.Tone.CALM, banner(cleared(Kind.OUTAGE, "SIV", NOW.wall().minusSeconds(1801))).tone());
  }

  @Test
  void aRecoveryThatWasAcknowledgedIsNoNews() {
    Instant at = NOW.wall().minusSeconds(300);
    alarm(Kind.OUTAGE, "SIV", Lifecycle.NORMAL, Priority.P1, Optional.empty(),
        Optional.of(new Alarm.Remark(at.plusSeconds(10), "Marie", "")));
    assertEquals(Banner.Tone.CALM, banner(cleared(Kind.OUTAGE, "SIV", at)).tone());
  }

  @Test
  void aRecoveryOfWhatIsDownAgainIsNoNews() {
    outage("SIV");
    assertEquals("", banner(cleared(Kind.OUTAGE, "SIV", NOW.wall().minusSeconds(300))).more());
  }

  @Test
  void aRecoveryBesideAnAlarmIsCounted() {
    outage("SIV");
    assertEquals("+ 1 retour à la normale", banner(cleared(Kind.OUTAGE, "FNI", NOW.wall().minusSeconds(300))).more());
  }

  @Test
  void whatIsLessUrgentIsCountedAndNotDenied() {
    alarm(Kind.CONSOLE_FAULT, "sound", Lifecycle.UNACKED, Priority.P3, Optional.empty(), Optional.empty());
    assertEquals("Rien d’urgent à acquitter. 1 autre alarme attend.", banner().sentence());
    alarms.clear();
    assertEquals("Aucune alarme à acquitter.", banner().sentence());
  }

  private void screen(Lifecycle state) {
    AlarmKey key = new AlarmKey(Kind.CONSOLE_FAULT, "screen");
    alarms.put(key, new Alarm(key, state, 0, Priority.P3, Optional.of("e"), Optional.of(SINCE), Optional.of(SINCE),
        state.active() ? Optional.empty() : Optional.of(SINCE.plusSeconds(45)), Optional.empty(), List.of(),
        Optional.empty(), false, 0, Reason.of("why")));
  }

  @Test
  void aScreenThatWasFrozenIsNamedFromWhenToWhenUntilSomebodyAcknowledges() {
    screen(Lifecycle.LATCHED_UNACKED);
    assertEquals(Banner.Tone.P3, banner().tone());
    assertEquals(0, banner().tone().hertz());
    assertEquals("L’écran de cette console est resté figé de 15:12:20 à 15:13:05\u00a0: ce qu’il montrait alors était vieux.",
        banner().sentence());
    assertEquals("The screen of this console was frozen from 15:12:20 to 15:13:05: what it showed then was old.",
        Banner.of(board(), List.of(), NOW, EN).sentence());
    alarm(Kind.CONSOLE_FAULT, "sound", Lifecycle.UNACKED, Priority.P3, Optional.empty(), Optional.empty());
    assertEquals("+ 1 autre alarme", banner().more());
    alarms.clear();
    screen(Lifecycle.LATCHED_ACKED);
    assertEquals(Banner.Tone.CALM, banner().tone());
  }

  @Test
  void aFrozenScreenGivesWayToWhatIsMoreUrgent() {
    screen(Lifecycle.LATCHED_UNACKED);
    outage("SIV");
    assertEquals("SIV\u00a0: indisponible depuis 15:12", banner().sentence());
    screen(Lifecycle.UNACKED);
    alarms.remove(new AlarmKey(Kind.OUTAGE, "SIV"));
    assertEquals("The screen of this console is frozen since 15:12:20: do not rely on what it shows.",
        Banner.of(board(), List.of(), NOW, EN).sentence());
  }

  @Test
  void nothingMovesWhenAllIsCalm() {
    assertEquals(0, banner().tone().hertz());
    assertTrue(banner().alarm().isEmpty());
    assertFalse(banner().sentence().isBlank());
  }
}
