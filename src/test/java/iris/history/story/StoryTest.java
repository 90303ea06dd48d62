package iris.history.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.OriginVerdict;
import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.history.story.Line.Measured.Role;
import iris.signal.Incident;
import iris.signal.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The afternoon, told. */
class StoryTest {
  private static final Recollection PAST = Afternoon.whole().recollection();

  private static Episode outage() {
    return PAST.episodes(Search.ALL).stream().filter(e -> e.alarm().equals(Afternoon.OUTAGE)).findFirst().orElseThrow();
  }

  private static Story story() {
    return Story.of(PAST.chapter(outage(), Set.of("siv", "darva", "iris")));
  }

  private static <L extends Line> Stream<L> lines(Class<L> kind) {
    return story().lines().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }

  @Test
  void theEpisodeSaysWhenHowLongWhoseFaultAndWhoTookIt() {
    Episode e = outage();
    assertEquals("SIV", e.name());
    assertEquals(Priority.P1, e.worst());
    assertEquals(at("14:12:20"), e.since());
    assertEquals(at("14:12:40"), e.raised());
    assertEquals(Optional.of(at("14:23:30")), e.ended());
    assertEquals(Optional.of(Duration.ofSeconds(670)), e.lasted());
    assertEquals(OriginVerdict.Fault.EXTERNAL, e.origin().orElseThrow().fault());
    assertEquals(Optional.of(new Episode.Taken(at("14:13:50"), "Marie")), e.taken());
    assertEquals(Optional.of(Duration.ofSeconds(70)), e.untilTaken());
    assertTrue(e.closed().isPresent());
  }

  @Test
  void whatTheFeedSaidStandsThereInItsOwnWordsWithBothTimes() {
    List<Line.Quoted> said = lines(Line.Quoted.class).toList();
    assertEquals(2, said.size());
    Line.Quoted first = said.getFirst();
    assertEquals("urn:iris:siv:incident:20261122T1412Z-1:1", first.quote().orElseThrow().guid());
    assertTrue(first.quote().orElseThrow().text().startsWith("Délai de 30 s dépassé"));
    assertEquals(at("14:12:31"), first.at());
    assertEquals(at("14:12:40"), first.known());
  }

  @Test
  void onlyTheLastWordOfAnEndedIncidentIsItsEnd() {
    assertEquals(List.of(false, true), lines(Line.Quoted.class).map(Line.Quoted::closes).toList());
  }

  @Test
  void whatWasOverHoursBeforeIsNotInItThoughItWasReadJustNow() {
    Episode e = outage();
    Instant early = e.since().minusSeconds(9_000);
    Incident old = new Incident("old", "siv", "SIV indisponible ce matin", Incident.Kind.OUTAGE, false, Optional.empty(),
        Optional.empty(), Optional.of(early), Optional.of(early.plusSeconds(600)), 2, "iris.element", "");
    Story told = Story.of(new Chapter(e, List.of(new Transition.Spoken(e.since(), "siv", old, false,
        List.of(new Quote("g", "SIV indisponible ce matin", "", Optional.of(early)))))));
    assertEquals(List.of(), told.lines());
  }

  @Test
  void onlyTheFiguresThatMatteredAreTold() {
    List<Line.Measured> told = lines(Line.Measured.class).toList();
    assertEquals(List.of(Set.of(Role.LAST_GOOD), Set.of(Role.FIRST_BAD), Set.of(Role.WORST, Role.LAST_BAD),
        Set.of(Role.GOOD_AGAIN)), told.stream().map(Line.Measured::roles).toList());
    assertEquals(1_150, told.get(2).window().window().failed());
  }

  @Test
  void theChannelsOfOneAnnouncementAreOneLineThoughTheToastAnswersLater() {
    Line.Notified raise = lines(Line.Notified.class).filter(n -> n.call() == Call.RAISE).findFirst().orElseThrow();
    assertEquals(List.of(Answer.Channel.BANNER, Answer.Channel.SOUND, Answer.Channel.TOAST),
        raise.voices().stream().map(Answer.Voice::channel).toList());
    assertEquals(List.of(true, true, false), raise.voices().stream().map(Answer.Voice::told).toList());
    assertTrue(raise.told());
  }

  @Test
  void actsRefusalsAndTheFallbackAreInIt() {
    List<Line.Done> done = lines(Line.Done.class).toList();
    assertEquals(List.of(Act.Shelve.class, Act.Acknowledge.class, Act.Comment.class, Act.Fallback.class, Act.Fallback.class),
        done.stream().map(d -> d.act().getClass()).toList());
    assertEquals(List.of(true, false, false, false, false), done.stream().map(d -> d.refused().isPresent()).toList());
  }

  @Test
  void nothingOfTheSlownessAtNoonIsInTheOutage() {
    Episode slow = PAST.episodes(Search.ALL).stream().filter(e -> e.alarm().equals(Afternoon.slow())).findFirst().orElseThrow();
    assertEquals("Paul", slow.taken().orElseThrow().by());
    assertTrue(story().lines().stream().noneMatch(l -> l.toString().contains("Paul")));
  }

  @Test
  void theLinesStandInTheOrderOfTheirTimesAndNothingIsKnownBeforeItHappened() {
    List<Line> lines = story().lines();
    for (int i = 1; i < lines.size(); i++) assertTrue(!lines.get(i).at().isBefore(lines.get(i - 1).at()), lines::toString);
    assertTrue(lines.stream().noneMatch(l -> l.known().isBefore(l.at())), lines::toString);
  }

  @Test
  void eachFactIsToldOnce() {
    List<Line> lines = story().lines();
    assertEquals(lines.size(), Set.copyOf(lines).size());
    assertEquals(1, lines(Line.Announced.class).filter(a -> a.announcement().call() == Call.RAISE
        && a.announcement().alarm().equals(Afternoon.OUTAGE)).count());
    // The raise and the acknowledgement are told as such, not as steps of the alarm as well.
    assertTrue(lines(Line.Stepped.class).noneMatch(s -> s.step().why().key().equals("alarm.why.acknowledged")), lines::toString);
  }

  @Test
  void anExerciseInTheMiddleIsInNoStoryButItsOwn() {
    Afternoon day = Afternoon.until("2026-11-22T14:17:00Z");
    Story before = Story.of(day.recollection().chapter(standing(day, Afternoon.OUTAGE), Set.of("siv", "darva", "iris")));
    day.act(new Act.StartExercise(Optional.of("siv"), "Marie"));
    AlarmKey played = new AlarmKey(AlarmKey.Kind.EXERCISE, "siv");
    day.act(new Act.Acknowledge(played, "Marie", "exercice"));
    day.act(new Act.StartExercise(Optional.of("siv"), "Marie"));
    Recollection past = day.recollection();
    assertEquals(before, Story.of(past.chapter(standing(day, Afternoon.OUTAGE), Set.of("siv", "darva", "iris"))));
    assertTrue(past.chapter(standing(day, Afternoon.OUTAGE), Set.of("siv")).transitions().stream().noneMatch(Transition::played));
    List<Line> own = Story.of(past.chapter(standing(day, played), Set.of("siv", "iris"))).lines();
    assertTrue(own.stream().anyMatch(l -> l instanceof Line.Announced a && a.announcement().alarm().equals(played)));
  }

  private static Episode standing(Afternoon day, AlarmKey alarm) {
    return day.recollection().episodes(Search.ALL).stream().filter(e -> e.alarm().equals(alarm)).findFirst().orElseThrow();
  }

  @Test
  void anOutageThatStandsHasNoEndAndComesFirst() {
    Recollection present = Afternoon.until("2026-11-22T14:16:30Z").recollection();
    Episode e = present.episodes(Search.ALL).getFirst();
    assertEquals(Afternoon.OUTAGE, e.alarm());
    assertTrue(e.open());
    assertEquals(Optional.empty(), e.lasted());
  }
}
