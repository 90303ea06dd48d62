package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Instant START = Instant.parse("2026-11-24T14:07:13Z");

  private static Script script(Scene scene, int speed) {
    return new Script(scene, new Tempo(START, speed), 7, FR);
  }

  private static List<Item> siv(Script script, int secondsAfterStart) {
    return script.edition(script.papers().getFirst(), START.plusSeconds(secondsAfterStart)).items();
  }

  private static Stream<Window> windows(List<Item> items) {
    return items.stream().map(Item::body).filter(Window.class::isInstance).map(Window.class::cast);
  }

  private static List<IncidentStep.State> steps(List<Item> items, Instant since) {
    return items.reversed().stream().map(Item::body).filter(IncidentStep.class::isInstance)
        .map(IncidentStep.class::cast).filter(s -> !s.since().isBefore(since)).map(IncidentStep::state).toList();
  }

  @Test
  void aDayOfWindowsIsThereAtOnceWithoutAGap() {
    List<Window> windows = windows(siv(script(Scene.CALM, 1), 0)).toList();
    assertEquals(288, windows.size());
    for (int i = 1; i < windows.size(); i++) assertEquals(windows.get(i - 1).from(), windows.get(i).to());
    Duration age = Duration.between(windows.getFirst().to(), START);
    assertTrue(age.compareTo(Duration.ofMinutes(6)) < 0, () -> "newest window is " + age + " old");
  }

  @Test
  void theOutageAppearsWithinHalfAMinuteAndEndsWithinTwo() {
    Script script = script(Scene.OUTAGE, 1);
    assertEquals(List.of(), steps(siv(script, 20), START));
    assertEquals(List.of(IncidentStep.State.OPEN), steps(siv(script, 30), START));
    assertEquals(
        List.of(IncidentStep.State.OPEN, IncidentStep.State.UPDATE, IncidentStep.State.CLOSED),
        steps(siv(script, 110), START));
  }

  @Test
  void fasterMeansShorterWindowsAndTheSameStory() {
    Script script = script(Scene.OUTAGE, 10);
    assertEquals(Duration.ofSeconds(30), windows(siv(script, 0)).findFirst().orElseThrow().length());
    assertEquals(List.of(IncidentStep.State.OPEN), steps(siv(script, 5), START));
    assertTrue(windows(siv(script, 65)).limit(3).anyMatch(w -> w.failed() > w.total() / 10), "the figures know it too");
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    assertEquals(siv(script(Scene.OUTAGE, 1), 100), siv(script(Scene.OUTAGE, 1), 100));
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void noGuidIsUsedTwiceAndNothingIsPublishedAheadOfTime(Scene scene) {
    Script script = script(scene, scene.usualSpeed());
    for (Paper paper : script.papers()) {
      Instant now = START.plusSeconds(200);
      List<Item> items = script.edition(paper, now).items();
      Set<String> guids = new HashSet<>();
      for (Item item : items) {
        assertTrue(guids.add(item.guid()), item::guid);
        assertFalse(item.published().orElseThrow().isAfter(now), item::guid);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 30, 120})
  void betweenTwoChangesTheDocumentsStandStill(int speed) {
    Script script = script(Scene.OUTAGE, speed);
    Paper paper = script.papers().getFirst();
    Instant at = START;
    for (int i = 0; i < 8; i++) {
      Instant next = script.next(at);
      assertTrue(next.isAfter(at));
      assertEquals(script.edition(paper, at), script.edition(paper, next.minusMillis(1)), "from " + at + " to " + next);
      at = next;
    }
  }

  @Test
  void rushHoursAreSlowerAndBusierThanNights() {
    List<Window> day = windows(siv(script(Scene.CALM, 1), 0)).toList();
    Window night = day.stream().filter(w -> w.from().equals(Instant.parse("2026-11-24T02:00:00Z"))).findFirst().orElseThrow();
    Window rush = day.stream().filter(w -> w.from().equals(Instant.parse("2026-11-24T09:30:00Z"))).findFirst().orElseThrow();
    assertTrue(rush.total() > 10 * night.total(), rush + " " + night);
    assertTrue(rush.transaction().mean() > night.transaction().mean(), rush + " " + night);
  }

  @Test
  void figuresOfAWindowAgreeWithEachOther() {
    windows(siv(script(Scene.FLAP, 10), 100)).forEach(w -> {
      assertEquals(w.failed(), w.failures().values().stream().mapToLong(n -> n).sum(), w::toString);
      Timing t = w.transaction();
      if (!t.isNone()) assertTrue(t.p50() <= t.p95() && t.p95() <= t.p99() && t.p99() <= t.max(), t::toString);
      assertEquals(w.total() > 0 && w.ratio() < 0.5, w.state() == Verdict.DOWN, w::toString);
    });
  }

  @Test
  void theStormIsOneDocumentWithTwentyFiveServices() {
    Script script = script(Scene.STORM, 1);
    assertEquals(1, script.papers().size());
    assertEquals(25, script.edition(script.papers().getFirst(), START).services().size());
    assertEquals(25, steps(siv(script, 40), START).size());
  }

  @Test
  void sentencesSayEverythingInFrench() {
    Item open = siv(script(Scene.OUTAGE, 1), 30).getFirst();
    assertEquals("SIV indisponible depuis 15:07, origine : service externe (SIV national)", open.title());
    assertTrue(open.text().contains("Cause : délai de 30 s dépassé sur l'appel au SIV national."), open::text);
  }
}
