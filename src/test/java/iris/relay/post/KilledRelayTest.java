package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.history.Tail;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a relay in the middle of a storm: what the journal has, the server gets, in order. */
class KilledRelayTest {
  private static final int KILLS = 8;

  @TempDir Path folder;

  private final Random random = new Random(20261123);

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyEventOfTheJournalArrivesInOrder() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) untilKilled(kill);
    toTheEnd();
    Map<String, List<String>> journaled = journaled();
    Map<String, Set<String>> arrived = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("server.log"))) {
      String[] parts = line.split(" ", 2);
      arrived.computeIfAbsent(parts[0], _ -> new LinkedHashSet<>()).add(parts[1]);
    }
    int events = journaled.values().stream().mapToInt(List::size).sum();
    assertTrue(events > 20, "too calm for a storm: " + events);
    journaled.forEach((signal, ids) -> assertEquals(ids,
        arrived.getOrDefault(signal, Set.of()).stream().filter(id -> !id.contains("#settled") && !id.contains("#origin")
            && !id.contains("#anew")
            && !id.contains("#p")).toList(), signal));
  }

  /** Begins that were told aloud, and their ends, as the journal has them. */
  private Map<String, List<String>> journaled() throws Exception {
    Map<String, List<String>> all = new LinkedHashMap<>();
    Set<String> begun = new LinkedHashSet<>();
    try (Tail tail = new Tail(folder)) {
      long seq = 0;
      for (List<Tail.Step> steps; !(steps = tail.after(seq, 1000)).isEmpty(); seq = steps.getLast().seq())
        for (Tail.Step step : steps)
          for (Transition t : step.transitions())
            if (t instanceof Transition.Told told) put(told.announcement(), begun, all);
    }
    return all;
  }

  private static void put(Transition.Announcement a, Set<String> begun, Map<String, List<String>> all) {
    String signal = (a.alarm().kind() == iris.alarm.AlarmKey.Kind.SUPERVISION_LOST ? "feed/" : "service/") + a.alarm().subject();
    boolean over = a.call() == Call.CLEAR;
    boolean loud = !a.suppressed() && a.call() != Call.REPEAT && a.call() != Call.FLAP_STOP;
    if (over && begun.remove(a.episode()))
      all.computeIfAbsent(signal, _ -> new ArrayList<>()).add(a.episode() + "#end");
    if (!over && loud && begun.add(a.episode()))
      all.computeIfAbsent(signal, _ -> new ArrayList<>()).add(a.episode() + "#begin");
  }

  private void untilKilled(int run) throws Exception {
    Process child = start(Integer.toString(run));
    // By what it did and not by the time, so that a slow machine has the same storm.
    CountDownLatch windows = new CountDownLatch(random.nextInt(3, 10));
    List<String> lines = new ArrayList<>();
    Thread reader = Thread.ofVirtual().start(() -> read(child, lines, windows));
    assertTrue(windows.await(120, TimeUnit.SECONDS), () -> "the relay did not start: " + lines);
    boolean ended = child.waitFor(random.nextInt(1, 300), TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();
    reader.join();
    assertFalse(ended, () -> "the relay ended by itself: " + lines);
  }

  private void toTheEnd() throws Exception {
    Process child = start("999", "last");
    List<String> lines = new ArrayList<>();
    read(child, lines, new CountDownLatch(0));
    assertTrue(child.waitFor(240, TimeUnit.SECONDS));
    assertEquals("DONE", lines.getLast(), lines.toString());
  }

  private Process start(String... args) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
        "iris.relay.post.Storming", folder.toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static void read(Process child, List<String> lines, CountDownLatch windows) {
    try (BufferedReader in = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = in.readLine()) != null; ) {
        if (line.equals("WINDOW")) windows.countDown();
        else lines.add(line);
      }
    } catch (IOException killed) {
      lines.add(killed.toString());
    }
  }
}
