package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Now;
import iris.history.Restored;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.signal.Report;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the relay's folder does to who is told. */
class OutwardTest {
  private static final Target LOG = new Target("log", Kind.SYSLOG_UDP,
      Map.of(Param.ADDRESS, new Value.Text("127.0.0.1:9")), Mapping.USUAL);

  @TempDir Path home;

  @Test
  void aFolderThatCannotBeUsedIsTriedAgainUntilItCan() throws Exception {
    BlockingQueue<Report> said = new LinkedBlockingQueue<>();
    Path folder = Files.writeString(home.resolve("state"), "a file where a folder should be");
    Outset nothing = new Outset(Optional.empty(), Restored.NOTHING, Optional.empty(), Optional.empty());
    try (Outward outward =
        new Outward(folder, SystemClock.starting(), said::add, Optional.empty(), nothing, Duration.ofMillis(20))) {
      outward.configure(List.of(LOG), Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
      assertFalse(((Report.Health) said.poll(60, TimeUnit.SECONDS)).well());
      assertFalse(outward.turns(), "a watchdog must see it");
      Files.delete(folder);
      Files.createDirectory(folder);
      Report.Health last;
      do last = (Report.Health) said.poll(60, TimeUnit.SECONDS);
      while (!last.well());
      assertEquals("app.relay.outbox-again", last.why().key());
      assertTrue(outward.turns());
      Await.until(() -> outward.standing().size() == 1, () -> "nobody is told: " + outward.standing());
    }
  }

  @Test
  void aFaultOfOursWhereTheLettersAreOpenedLeavesTheDeskAndIsTriedAgain() throws Exception {
    AtomicInteger faults = new AtomicInteger(2);
    Supplier<Now> clock = SystemClock.starting();
    Supplier<Now> faulty = () -> {
      if (faults.getAndDecrement() > 0) throw new IllegalStateException("bug");
      return clock.get();
    };
    Outset nothing = new Outset(Optional.empty(), Restored.NOTHING, Optional.empty(), Optional.empty());
    BlockingQueue<Report> said = new LinkedBlockingQueue<>();
    try (Outward outward = new Outward(home, faulty, said::add, Optional.empty(), nothing, Duration.ofMillis(20))) {
      outward.configure(List.of(LOG), Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
      assertEquals("app.relay.outbox", ((Report.Health) said.poll(60, TimeUnit.SECONDS)).why().key());
      Await.until(() -> outward.standing().size() == 1, () -> "nobody is told: " + outward.standing());
    }
  }
}
