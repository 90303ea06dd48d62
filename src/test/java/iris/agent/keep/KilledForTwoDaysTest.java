package iris.agent.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Published;
import iris.signal.IncidentStep;
import iris.signal.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments until two simulated days are through, on one store. */
class KilledForTwoDaysTest {
  private static final int SEED = 20261122;
  private static final int FEWEST_KILLS = 12;
  /** Steps of a minute that one life takes at most: two days and a bit make twelve kills, whatever the machine. */
  private static final int LONGEST_LIFE = 230;
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> lines = new ArrayList<>();

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void noWindowAndNoIncidentIsLostDoubledOrSaidInTwoWays() throws Exception {
    int kills = 0;
    while (!untilKilled(kills)) kills++;
    assertTrue(kills >= FEWEST_KILLS, "only " + kills + " kills");
    assertTrue(lines.stream().noneMatch(l -> l.startsWith("DAMAGED")), () -> lines.toString());
    List<Published> kept = kept();
    noGuidHasTwoContentsAndNothingIsPublishedTwice(kept);
    everyWindowThatWasAttendedIsThereOnceAndWhole(kept);
    everyIncidentHasAllItsStepsAndAnEnd(kept);
  }

  private void noGuidHasTwoContentsAndNothingIsPublishedTwice(List<Published> kept) {
    Map<String, Set<String>> contents = new HashMap<>();
    Map<String, Integer> said = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      if (!words[0].equals("SAID") && !words[0].equals("KEPT")) continue;
      contents.computeIfAbsent(words[1], g -> new TreeSet<>()).add(words[2] + " " + words[3]);
      if (words[0].equals("SAID")) said.merge(words[1], 1, Integer::sum);
    }
    Map<String, String> store = kept.stream().collect(
        Collectors.toMap(p -> p.item().guid(), p -> p.number() + " " + p.item().revision()));
    contents.forEach((guid, content) -> assertEquals(Set.of(store.getOrDefault(guid, "lost")), content, guid));
    said.forEach((guid, times) -> assertEquals(1, times, guid));
    assertTrue(said.size() > 500, () -> "only " + said.size());
  }

  private void everyWindowThatWasAttendedIsThereOnceAndWhole(List<Published> kept) {
    Map<Instant, Long> windows = new TreeMap<>();
    for (Published p : kept)
      if (p.item().body() instanceof Window w && w.from().isBefore(Reporter.END))
        assertEquals(null, windows.put(w.from(), w.total()), "twice " + w.from());
    Set<Instant> alive = windowsOf("ALIVE");
    Set<Instant> at = windowsOf("AT");
    assertTrue(alive.size() > 300, () -> alive.size() + " windows were attended");
    for (Instant from : alive) assertTrue(windows.containsKey(from), () -> "lost " + from);
    windows.forEach((from, total) -> {
      assertTrue(at.contains(from), () -> "invented " + from);
      long all = 0;
      for (Instant s = from; s.isBefore(from.plus(PERIOD)); s = s.plusSeconds(Reporter.STEP)) all += Reporter.transactions(s);
      assertEquals(all, total, () -> "lines lost or doubled in " + from);
    });
  }

  /** Windows in which the child was, until the end of the two days. */
  private Set<Instant> windowsOf(String word) {
    return lines.stream().filter(l -> l.startsWith(word + " ")).map(l -> Instant.parse(l.substring(word.length() + 1)))
        .filter(at -> at.isBefore(Reporter.END))
        .map(at -> Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), PERIOD.toSeconds()) * PERIOD.toSeconds()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void everyIncidentHasAllItsStepsAndAnEnd(List<Published> kept) {
    Map<String, List<IncidentStep>> incidents = new TreeMap<>();
    for (Published p : kept)
      if (p.item().body() instanceof IncidentStep s) incidents.computeIfAbsent(s.id(), id -> new ArrayList<>()).add(s);
    assertTrue(incidents.size() >= 8, () -> "of sixteen outages only " + incidents.keySet());
    incidents.forEach((id, steps) -> {
      for (int i = 0; i < steps.size(); i++) assertEquals(i + 1, steps.get(i).sequence(), id);
      assertEquals(IncidentStep.State.OPEN, steps.getFirst().state(), id);
      assertEquals(IncidentStep.State.CLOSED, steps.getLast().state(), id);
      assertEquals(1, steps.stream().filter(s -> s.state() == IncidentStep.State.CLOSED).count(), id);
    });
    List<Instant> begun = incidents.values().stream().map(s -> s.getFirst().since()).sorted().toList();
    for (int i = 1; i < begun.size(); i++)
      assertTrue(Duration.between(begun.get(i - 1), begun.get(i)).compareTo(Duration.ofHours(1)) > 0,
          "one outage is one incident: " + begun);
  }

  /** All that the store holds at the end, oldest first. */
  private List<Published> kept() throws Exception {
    Opening.Opened opened = (Opening.Opened) StateFolder.open(folder, Reporter.END);
    try (Store store = opened.store()) {
      assertEquals(Optional.empty(), opened.damage());
      assertEquals(List.of(), store.shelf().open("siv"));
      return store.shelf().between("siv", Reporter.START, Reporter.END.plus(Duration.ofDays(1))).reversed();
    }
  }

  /**
   * True when the child came to its end by itself. It is killed by what it did, not by the time that took: of two
   * machines, the quick one went through unharmed and the slow one never got there.
   */
  private boolean untilKilled(int run) throws Exception {
    Process child = start(run);
    List<String> said = new ArrayList<>();
    int life = random.nextInt(60, LONGEST_LIFE);
    CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(child.toHandle()::destroyForcibly); // one that hangs
    try (BufferedReader in = child.inputReader(StandardCharsets.UTF_8)) {
      boolean ready = false;
      for (String line; (line = in.readLine()) != null; ) {
        said.add(line);
        if (line.equals("READY")) ready = true;
        // By its handle, which leaves the pipe open: what it wrote before it died is still read.
        else if (ready && line.startsWith("AT ") && life-- == 0) child.toHandle().destroyForcibly();
      }
      assertTrue(ready, () -> "the agent did not start: " + said);
    }
    child.waitFor();
    lines.addAll(said);
    if (life >= 0) assertTrue(said.contains("DONE"), () -> "the agent ended by itself: " + said);
    return said.contains("DONE");
  }

  private Process start(int run) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
        Reporter.class.getName(), folder.toString(), Integer.toString(run), Integer.toString(LONGEST_LIFE))
        .redirectErrorStream(true).start();
  }
}
