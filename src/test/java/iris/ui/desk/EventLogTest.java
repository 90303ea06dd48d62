package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.alert.Recovery;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventLogTest {
  private static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");
  private static final Sentences FR = sentences(Lang.FR);
  private static final Sentences EN = sentences(Lang.EN);

  private static Sentences sentences(Lang lang) {
    return new Sentences(Boards.outage().board(), Boards.NOW, Words.of(lang, ZoneId.of("Europe/Paris")));
  }

  private static Transition noted(int i) {
    return new Transition.Noted(Instant.ofEpochSecond(i), "siv", Reason.of("n" + i));
  }

  private static Transition told(Call call) {
    return new Transition.Told(Boards.WALL, new Announcement(call, SIV, Priority.P1, "e", "SIV", Optional.empty(),
        Boards.SINCE, Optional.of(Duration.ofMinutes(15)), Optional.empty(), Reason.of("Aucune réponse."), false));
  }

  private static Transition spoken(Incident.Kind kind) {
    return new Transition.Spoken(Boards.WALL, "siv", new Incident("i", "siv", "Bonjour", kind, false, Optional.empty(),
        Optional.empty(), Optional.of(Boards.SINCE), Optional.empty(), 1, "r", "Bonjour"), false);
  }

  @Test
  void theNewestStandsFirstAndFiveHundredAreKept() {
    EventLog log = EventLog.EMPTY.plus(IntStream.range(0, 400).mapToObj(EventLogTest::noted).toList())
        .plus(IntStream.range(400, 700).mapToObj(EventLogTest::noted).toList());
    assertEquals(500, log.newestFirst().size());
    assertEquals(noted(699), log.newestFirst().getFirst());
    assertEquals(noted(200), log.newestFirst().getLast());
  }

  @Test
  void theBannerCountsReturnsThatTheListHasNoLineFor() {
    EventLog log = EventLog.EMPTY;
    for (int i = 0; i < 700; i++) log = log.plus(List.of(noted(i), back("s" + i, i), noted(i)));
    assertEquals(700, log.returns().size());
    assertEquals("s699", log.returns().getFirst().announcement().alarm().subject());
    List<Recovery> news = Recovery.of(Boards.calm().board(), log.returns(), Boards.NOW);
    assertEquals(700, news.size());
    assertEquals("s699", news.getFirst().alarm().subject());
  }

  @Test
  void ofEachAlarmTheLastReturnIsKept() {
    EventLog log = EventLog.EMPTY.plus(List.of(back("a", 0), back("b", 1))).plus(List.of(back("a", 2), told(Call.RAISE)));
    assertEquals(List.of(back("a", 2), back("b", 1)), log.returns());
  }

  @Test
  void aReturnThatAClockToldFromTomorrowIsNoNews() {
    EventLog log = EventLog.EMPTY.plus(List.of(back("a", 1000 + 24 * 3600), back("b", 1000 + 60)));
    assertEquals(List.of("b"), Recovery.of(Boards.calm().board(), log.returns(), Boards.NOW).stream()
        .map(r -> r.alarm().subject()).toList());
  }

  private static Transition.Told back(String service, int seconds) {
    return new Transition.Told(Boards.WALL.minusSeconds(1000 - seconds), new Announcement(Call.CLEAR,
        new AlarmKey(Kind.OUTAGE, service), Priority.P1, "e", service, Optional.empty(), Boards.SINCE,
        Optional.of(Duration.ofMinutes(15)), Optional.empty(), Reason.of("w"), false));
  }

  @Test
  void innerStepsAreNoLine() {
    Transition moved = new Transition.Moved(Boards.WALL, SIV, iris.alarm.Lifecycle.NORMAL, iris.alarm.Lifecycle.UNACKED,
        Priority.P1, "e", Reason.of("w"));
    Transition changed = new Transition.Changed(Boards.WALL, "siv", Shown.UP, Shown.DOWN,
        new OriginVerdict(OriginVerdict.Fault.NORMAL, OriginVerdict.Confidence.HIGH, List.of()));
    assertEquals(EventLog.EMPTY, EventLog.EMPTY.plus(List.of(moved, changed)));
  }

  @Test
  void aNoticeIsNotTheEndOfAnything() {
    assertEquals("SIV, avis du prestataire\u00a0: Bonjour", FR.line(spoken(Incident.Kind.NOTICE)).sentence());
    assertEquals("SIV, the provider announces the end: Bonjour", EN.line(spoken(Incident.Kind.OUTAGE)).sentence());
  }

  @Test
  void aRaiseIsASentence() {
    assertEquals("SIV\u00a0: indisponible depuis 15:12. Aucune réponse.", FR.line(told(Call.RAISE)).sentence());
    assertEquals("SIV: down since 15:12. Aucune réponse.", EN.line(told(Call.RAISE)).sentence());
    assertEquals("15:27", FR.line(told(Call.RAISE)).time());
  }

  @Test
  void aReturnSaysHowLong() {
    assertEquals("SIV\u00a0: rétabli, après 15\u00a0min.", FR.line(told(Call.CLEAR)).sentence());
    assertEquals(EventLine.Mark.CLEARED, FR.line(told(Call.CLEAR)).mark());
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void everyCallIsSaidInBothLanguages(Call call) {
    for (Sentences words : List.of(FR, EN)) {
      String said = words.line(told(call)).sentence();
      assertFalse(said.contains("ui.desk") || said.contains("{") || said.contains("?"), said);
    }
  }

  @ParameterizedTest
  @EnumSource(Supervision.class)
  void everySightIsSaidInBothLanguages(Supervision to) {
    Transition sight = new Transition.Sight(Boards.WALL, "darva", Supervision.FRESH, to, Reason.of("Muet depuis 8 min."));
    for (Sentences words : List.of(FR, EN)) assertFalse(words.line(sight).sentence().contains("ui.desk"));
  }

  @Test
  void aRefusalSaysWhatAndWhy() {
    Act act = new Act.Shelve(SIV, "Marie", "essais", Duration.ofHours(12));
    Transition refused = new Transition.Refused(Boards.WALL, act, Reason.of("Au plus 60 min pour une P1."));
    assertEquals("Refusé\u00a0: Marie met SIV (indisponible) en veille pour 12\u00a0h\u00a000\u00a0: «\u00a0essais\u00a0»."
        + " Au plus 60 min pour une P1.", FR.line(refused).sentence());
  }
}
