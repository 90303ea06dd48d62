package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig.Served;
import iris.agent.book.Utterance;
import iris.agent.simulate.House;
import iris.agent.simulate.Siv;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day before a demonstration, wherever in a window it begins. */
class BackstoryTest {
  private static final Instant BOUNDARY = Instant.parse("2026-11-23T03:30:00Z");
  private static final Words FR = Words.of(Lang.FR, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void theNewestWindowIsFreshAndNoneIsUnknownThoughTheDemonstrationBeginsRightAfterOneEnded() throws Exception {
    Role role = Role.of(Scene.CALM).getFirst();
    try (House house = House.open()) {
      Tempo any = new Tempo(BOUNDARY, 1, Duration.ZERO);
      Siv siv = new Siv(Stage.plan(role, folder.resolve("siv.log"), any), house, () -> BOUNDARY, FR, _ -> {});
      try (siv) {
        Served served = Stage.served(role, folder.resolve("siv.log"), siv);
        for (long after = -3_000; after < 305_000; after += 900) {
          Instant start = BOUNDARY.plusMillis(after);
          Tempo tempo = new Tempo(start, 1, Duration.ZERO);
          Backstory.Told told = Backstory.of(role, served, tempo, List.of(), List.of(), 12, after);
          List<Window> windows = told.said().stream().filter(Utterance.Counted.class::isInstance)
              .map(u -> ((Utterance.Counted) u).window()).toList();
          Duration age = Duration.between(windows.getLast().to(), start);
          assertTrue(age.compareTo(tempo.period().multipliedBy(2)) < 0, () -> age + " old, begun at " + start);
          assertEquals(List.of(), windows.stream().filter(w -> w.state() != Verdict.UP).toList(), "begun at " + start);
        }
      }
    }
  }
}
