package iris.agent.source.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.agent.AgentConfig;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.Mark;
import iris.agent.SourceSpec;
import iris.agent.Tally;
import iris.signal.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source as the agent runs it, on its own thread. */
class LogSourceTest {
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final LinkedBlockingQueue<Evidence> heard = new LinkedBlockingQueue<>();

  private LogSource source(Path file, Optional<Mark> mark) {
    AgentConfig.Served served = new AgentConfig.Served(Desk.SIV,
        new AgentConfig.Thresholds(0.5, 0.99, Optional.of(Duration.ofSeconds(2))),
        AgentConfig.Suspicion.USUAL, List.of());
    LogSource source = new LogSource(
        new SourceSpec.Log("access", "darva", file, new SourceSpec.Format.Combined(), Optional.of("ants")),
        served, PERIOD, InstantSource.fixed(Desk.NOON), mark);
    source.start(heard::add);
    return source;
  }

  private <E extends Evidence> E await(Class<E> kind, Predicate<E> wanted) {
    try {
      for (;;) {
        Evidence next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nothing more was heard");
        if (kind.isInstance(next) && wanted.test(kind.cast(next))) return kind.cast(next);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(String time, int status, String times) {
    return "1.2.3.4 - - [22/Nov/2026:" + time + " +0000] \"GET / HTTP/1.1\" " + status + " 1 \"-\" \"-\"" + times + "\n";
  }

  @Test
  void handsOverTalliesBeatsAndAMarkToGoOnFrom() throws IOException {
    Path log = Files.createFile(folder.resolve("access.log"));
    Optional<Mark> kept;
    try (LogSource _ = source(log, Optional.empty())) {
      assertEquals("agent.log.followed", await(Evidence.Condition.class, Evidence.Condition::well).why().key());
      Files.writeString(log, line("10:59:59", 200, " 0.512 0.350") + line("11:00:00", 502, " 3.000 2.900")
          + line("11:00:00", 500, "") + "rubbish\u001b[2J\n");
      Evidence.Counted counted = await(Evidence.Counted.class, c -> !c.tallies().isEmpty());
      assertEquals(List.of(Instant.parse("2026-11-22T10:55:00Z"), Desk.NOON),
          counted.tallies().stream().map(Tally::from).toList());
      assertEquals(Map.of(Origin.EXTERNAL, 1L, Origin.PROVIDER, 1L), counted.tallies().get(1).failures());
      assertEquals(350, counted.tallies().get(0).responses().get("ants").getMaxValue());
      assertEquals(List.of(new Beat(Desk.NOON.minusSeconds(1), 1, 0, 0, 0, 0), new Beat(Desk.NOON, 2, 1, 1, 0, 1)),
          counted.beats());
      assertEquals(1, counted.unreadable());
      assertEquals(Optional.of("rubbish\uFFFD[2J"), counted.example());
      kept = counted.mark();
    }
    Files.writeString(log, line("11:00:01", 200, ""), java.nio.file.StandardOpenOption.APPEND);
    heard.clear();
    try (LogSource _ = source(log, kept)) {
      assertEquals(1, await(Evidence.Counted.class, c -> !c.tallies().isEmpty()).beats().getFirst().total());
    }
  }

  @Test
  void whatItStillHoldsIsHandedOverWhenItCloses() throws IOException {
    Path log = Files.createFile(folder.resolve("access.log"));
    LogSource source = source(log, Optional.empty());
    await(Evidence.Condition.class, Evidence.Condition::well);
    Files.writeString(log, line("11:00:00", 200, ""));
    await(Evidence.Counted.class, c -> !c.tallies().isEmpty());
    source.close();
    List<Evidence> after = new ArrayList<>();
    heard.drainTo(after);
    assertEquals(List.of(), after);
  }

  @Test
  void saysWhatIsNotAFileAndWhatFormatCannotBeRightAndWhoseClockIsAhead() throws IOException {
    try (LogSource _ = source(Files.createDirectory(folder.resolve("folder")), Optional.empty())) {
      assertEquals("agent.log.not-a-file", await(Evidence.Condition.class, c -> !c.well()).why().key());
    }
    Path log = Files.createFile(folder.resolve("access.log"));
    try (LogSource _ = source(log, Optional.empty())) {
      await(Evidence.Condition.class, Evidence.Condition::well);
      Files.writeString(log, "{\"status\":200}\n".repeat(20));
      assertEquals("agent.log.strange", await(Evidence.Condition.class, c -> !c.well()).why().key());
      Files.writeString(log, line("11:02:00", 200, ""), java.nio.file.StandardOpenOption.APPEND);
      assertEquals(Desk.NOON, await(Evidence.Counted.class, c -> !c.tallies().isEmpty()).beats().getFirst().second());
      assertEquals("agent.log.ahead", await(Evidence.Condition.class, c -> !c.well()).why().key());
    }
  }

  @Test
  void aMarkThatIsNoneIsToldAndBeginsAtTheEnd() throws IOException {
    Path log = folder.resolve("access.log");
    Files.writeString(log, line("11:00:00", 200, ""));
    try (LogSource _ = source(log, Optional.of(new Mark("of another kind")))) {
      assertEquals("agent.log.mark", await(Evidence.Condition.class, c -> !c.well()).why().key());
      Files.writeString(log, line("11:00:02", 500, ""), java.nio.file.StandardOpenOption.APPEND);
      assertEquals(1, await(Evidence.Counted.class, c -> !c.tallies().isEmpty()).tallies().getFirst().total());
    }
  }
}
