package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Transition;
import iris.store.Sqlite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a storm, a hundred times, on one journal. */
class KilledInTheStormTest {
  private static final int KILLS = 100;
  /** Alarms that a console raises, once it is ready, before it is killed. */
  private static final int LONGEST_LIFE = 3;
  private static final int SEED = 20261122;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> shown = new ArrayList<>();

  @Test
  @Timeout(value = 25, unit = TimeUnit.MINUTES)
  void nothingThatWasShownIsLostAndNothingIsToldTwice() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      shown.addAll(untilKilled(kill));
    }
    assertTrue(shown.stream().noneMatch(l -> l.startsWith("GREEN") || l.startsWith("FAULT")), () -> oddLines());
    Map<String, Integer> journaled = new HashMap<>();
    for (String line : journaled()) journaled.merge(line, 1, Integer::sum);
    Map<String, Integer> seen = new HashMap<>();
    for (String line : shown) if (!line.equals("READY")) seen.merge(line, 1, Integer::sum);
    seen.forEach((line, times) -> assertTrue(journaled.getOrDefault(line, 0) >= times, "lost: " + line));
    seen.forEach((line, times) -> {
      if (line.endsWith(" RAISE") || line.endsWith(" CLEAR")) assertEquals(1, times, "told twice: " + line);
    });
    assertTrue(seen.keySet().stream().filter(l -> l.endsWith(" RAISE")).count() > KILLS, "too calm for a storm: " + seen.size());
    assertTrue(seen.keySet().stream().anyMatch(l -> l.startsWith("ACKED")), "nobody acknowledged");
    assertTrue(Recounted.check(folder) > KILLS / 10, "what was counted in the same transactions equals a recount");
  }

  private String oddLines() {
    return String.join("\n", shown.stream().filter(l -> l.startsWith("GREEN") || l.startsWith("FAULT")).limit(5).toList());
  }

  private List<String> untilKilled(int run) throws Exception {
    Process child = start(run);
    // It lives by what it told and not by the time alone, so that a slow machine has the same storm.
    CountDownLatch said = new CountDownLatch(1 + random.nextInt(LONGEST_LIFE + 1));
    List<String> lines = new ArrayList<>();
    Thread reader = Thread.ofVirtual().start(() -> read(child, lines, said));
    assertTrue(said.await(120, TimeUnit.SECONDS), () -> "the console raised nothing: " + lines);
    // Waiting for its end with a limit is the pause: a child that ends by itself has failed.
    boolean ended = child.waitFor(random.nextInt(1, 200), TimeUnit.MILLISECONDS);
    // By its handle, which leaves the pipe open: what it showed before it died is still read. Its lock on the profile
    // goes with it, and not before it is gone.
    child.toHandle().destroyForcibly();
    child.waitFor();
    reader.join();
    assertTrue(!ended, () -> "the console ended by itself: " + lines);
    return lines;
  }

  private Process start(int run) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, "iris.history.Storm",
        folder.toString(), Integer.toString(run)).redirectErrorStream(true).start();
  }

  private static void read(Process child, List<String> lines, CountDownLatch said) {
    try (BufferedReader in = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = in.readLine()) != null; ) {
        lines.add(line);
        if (line.equals("READY") || line.endsWith(" RAISE")) said.countDown();
      }
    } catch (IOException killed) {
      lines.add("FAULT the pipe broke: " + killed);
    }
    // Its end is not waited for: who looks finds what it said.
    while (said.getCount() > 0) said.countDown();
  }

  /** What the journal holds, in the words of {@link Storm}. */
  private List<String> journaled() throws Exception {
    List<String> lines = new ArrayList<>();
    Opening.Writable opened = (Opening.Writable) Profile.open(folder, Instant.EPOCH);
    assertTrue(opened.restored().damage().isEmpty(), () -> opened.restored().damage().toString());
    opened.journal().close();
    try (Connection db = Sqlite.readOnly(folder.resolve("journal.db"));
        Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT body FROM transition WHERE kind IN ('Told','Acted') ORDER BY seq, n")) {
      while (r.next()) {
        switch (Codec.transition(Squeeze.out(r.getBytes(1)))) {
          case Transition.Told told when !told.announcement().suppressed() ->
              lines.add("TOLD " + told.announcement().episode() + " " + told.announcement().call());
          case Transition.Acted acted when acted.act() instanceof iris.alarm.Act.Acknowledge ack ->
              lines.add("ACKED " + ack.alarm() + " " + acted.at());
          default -> { }
        }
      }
    }
    return lines;
  }
}
