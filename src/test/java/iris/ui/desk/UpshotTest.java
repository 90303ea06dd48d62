package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the notice says of all that was done at once. */
class UpshotTest {
  private static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");
  private static final AlarmKey TP = new AlarmKey(Kind.OUTAGE, "tp");
  private static final AlarmKey CT = new AlarmKey(Kind.DEGRADED, "ct");

  private final Answers answers = new Answers();
  private EventLog log = EventLog.EMPTY;

  private static List<Act> acknowledging(int count) {
    return IntStream.range(0, count)
        .<Act>mapToObj(i -> new Act.Acknowledge(new AlarmKey(Kind.OUTAGE, "s" + i), "Marie", "")).toList();
  }

  private void posted(List<? extends Act> acts) {
    acts.forEach(answers::posted);
  }

  private void done(List<? extends Act> acts) {
    log = log.plus(acts.stream().<Transition>map(a -> new Transition.Acted(Boards.WALL, a)).toList());
    assertEquals(acts.size(), answers.in(log).size());
  }

  private String said(Lang lang) {
    return Upshot.of(answers.gathered(),
        new ActSentence(Boards.outage().board(), Boards.NOW, Words.of(lang, ZoneId.of("Europe/Paris"))));
  }

  private void all(Act... acts) {
    posted(List.of(acts));
    done(List.of(acts));
  }

  @Test
  void manyAlarmsAreCountedThoughTheirAnswersComeInSeveralShowings() {
    List<Act> acts = acknowledging(26);
    posted(acts);
    done(acts.subList(0, 20));
    assertEquals("Marie acquitte 20 alarmes.", said(Lang.FR));
    done(acts.subList(20, 26));
    assertEquals("Marie acquitte 26 alarmes.", said(Lang.FR));
    assertEquals("Marie acknowledges 26 alarms.", said(Lang.EN));
  }

  @Test
  void fewAreNamed() {
    all(new Act.Acknowledge(SIV, "Marie", "vu"), new Act.Acknowledge(CT, "Marie", "vu"));
    assertEquals("Marie acknowledges SIV (down) and ct (degraded): “vu”.", said(Lang.EN));
    all(new Act.Reset(SIV, "Marie"), new Act.Reset(TP, "Marie"), new Act.Reset(CT, "Marie"));
    assertEquals("Marie réarme SIV (indisponible), tp (indisponible) et ct (dégradé).", said(Lang.FR));
  }

  @Test
  void aTimeAndWordsAreSaidOfAllOfThem() {
    all(IntStream.range(0, 4).mapToObj(i -> new Act.Shelve(new AlarmKey(Kind.OUTAGE, "s" + i), "Marie", "tests",
        Duration.ofMinutes(15))).toArray(Act[]::new));
    assertEquals("Marie shelves 4 alarms for 15\u00a0min: “tests”.", said(Lang.EN));
  }

  @Test
  void deedsOfDifferentKindsAreOnlyCounted() {
    all(new Act.Acknowledge(SIV, "Marie", ""), new Act.Reset(CT, "Marie"));
    assertEquals("2 acts done. The last one: Marie resets ct (degraded).", said(Lang.EN));
  }

  @Test
  void whatWasDoneBeforeIsNotCountedAgain() {
    all(acknowledging(5).toArray(Act[]::new));
    all(new Act.Acknowledge(SIV, "Marie", ""));
    assertEquals("Marie acknowledges SIV (down).", said(Lang.EN));
  }

  @Test
  void refusalsAreCountedAmongAllWithTheReasonOfTheFirst() {
    List<Act> acts = acknowledging(5);
    posted(acts);
    log = log.plus(List.of(new Transition.Refused(Boards.WALL, acts.getFirst(), Reason.of("Non."))));
    assertEquals(1, answers.in(log).size());
    done(acts.subList(1, 5));
    assertEquals("1 of 5 acts refused. Refused. Non.", said(Lang.EN));
  }

  /** A thousand alarms acknowledged between two showings: the log holds the last 500 answers, and the rest never comes. */
  @Test
  void whatRanPastTheLogIsNotWaitedForAndNotCountedIntoTheNextDeed() {
    all(new Act.Acknowledge(SIV, "Marie", ""));
    List<Act> acts = acknowledging(600);
    posted(acts);
    log = log.plus(acts.stream().<Transition>map(a -> new Transition.Acted(Boards.WALL, a)).toList());
    assertEquals(EventLog.LIMIT, answers.in(log).size());
    assertEquals(acts.subList(0, 100), answers.passed());
    assertTrue(answers.none());
    all(new Act.Reset(SIV, "Marie"));
    assertEquals(List.of(), answers.passed());
    assertEquals("Marie resets SIV (down).", said(Lang.EN));
  }

  @Test
  void whatIsStillToComeIsWaitedFor() {
    all(new Act.Acknowledge(SIV, "Marie", ""));
    List<Act> acts = acknowledging(600);
    posted(acts);
    log = log.plus(acts.subList(0, 550).stream().<Transition>map(a -> new Transition.Acted(Boards.WALL, a)).toList());
    assertEquals(EventLog.LIMIT, answers.in(log).size());
    done(acts.subList(550, 600));
    assertTrue(answers.none());
  }
}
