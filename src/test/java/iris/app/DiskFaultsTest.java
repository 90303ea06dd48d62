package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.faults.Provider;
import iris.flow.Cell;
import iris.relay.real.Await;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.signal.Report;
import iris.testing.ScriptedServer;
import iris.testing.SmallDisk;
import iris.ui.desk.Ports;
import iris.words.Lang;
import iris.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the journal's disk, and what whoever looks at the console sees of it: alarms go on. */
@Timeout(300)
class DiskFaultsTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final AlarmKey OUTAGE = new AlarmKey(Kind.OUTAGE, "siv");
  private static final AlarmKey JOURNAL = new AlarmKey(Kind.CONSOLE_FAULT, "journal");

  @TempDir(cleanup = CleanupMode.NEVER) Path folder;
  private final Provider provider = Provider.standing();
  private final ScriptedServer server = ScriptedServer.http().then(provider);

  @AfterEach
  void close() {
    server.close();
  }

  private Settings settings() {
    String text = "sound: {enabled: no}\nnotifications: {desktop: no}\nfeeds:\n  siv:\n    url: " + server.uri("/feed") + "\n";
    return switch (SettingsReader.read(List.of(new ConfigText("test", folder, text, false)))) {
      case Reading.Good(Settings settings) -> settings;
      case Reading.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  private static Outset outset(Path state) {
    return Outset.ofProfile(state, Instant.now());
  }

  private Console console(Outset outset, Path state) {
    return new Console(settings(), outset, state, FR);
  }

  private static void until(Ports ports, String what, Predicate<Board> seen) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    try (Cell.Watch _ = ports.board().watch(() -> {
      if (seen.test(ports.board().get())) latch.countDown();
    })) {
      assertTrue(latch.await(60, TimeUnit.SECONDS), () -> "not seen: " + what + "\n" + ports.events().get());
    }
  }

  private static void untilUp(Console console) throws InterruptedException {
    until(console.ports(), "the service is up",
        board -> board.services().containsKey("siv") && board.services().get("siv").shown() == Shown.UP);
  }

  private void goesDown(Console console) throws InterruptedException {
    provider.newestIsDown();
    console.pollNow();
    until(console.ports(), "the outage", board -> active(board, OUTAGE));
  }

  private static boolean active(Board board, AlarmKey key) {
    return Optional.ofNullable(board.alarms().get(key)).map(a -> a.state().active()).orElse(false);
  }

  private static void untilJournal(Console console, boolean well, String key) throws InterruptedException {
    until(console.ports(), "the journal: " + key, board -> {
      Report.Health health = board.health().get("journal");
      return health != null && health.well() == well && health.why().key().equals(key);
    });
  }

  private static Optional<String> alarmOfTheJournal(Board board) {
    return Optional.ofNullable(board.alarms().get(JOURNAL)).filter(a -> a.state().active()).map(a -> a.why().key());
  }

  private static List<String> asideOf(Path state) throws IOException {
    try (Stream<Path> files = Files.list(state)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.contains("damaged")).toList();
    }
  }

  private static Board restored(Path state) throws Exception {
    Outset outset = outset(state);
    outset.journal().orElseThrow(() -> new AssertionError(outset.fault())).close();
    return outset.board().orElseThrow();
  }

  @Test
  void aDiskThatFillsUpHoldsNoAlarmBackAndWhatWasMissingIsWrittenWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 4)) {
      Path state = disk.path().resolve("state");
      try (Console console = console(outset(state), state)) {
        untilUp(console);
        disk.fill();
        goesDown(console);
        console.ports().acts().accept(new Act.Acknowledge(OUTAGE, "Léa", "vu"));
        untilJournal(console, false, "history.journal.full");
        until(console.ports(), "its alarm", board -> alarmOfTheJournal(board).isPresent());
        until(console.ports(), "the acknowledgement", board -> board.alarms().get(OUTAGE).state() == Lifecycle.ACKED);
        disk.free();
        untilJournal(console, true, "history.journal.well-again");
        assertEquals(List.of("0"), console.ports().board().get().health().get("journal").why().args(), "entries lost");
      }
      Alarm kept = restored(state).alarms().get(OUTAGE);
      assertEquals(Lifecycle.ACKED, kept.state());
    }
  }

  @Test
  void aStartOnAFullDiskKnowsWhatWasKeptAndSetsNothingAside() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 4)) {
      startsWithout(disk, "history.store.no-room", disk::fill, disk::free);
    }
  }

  @Test
  void aStartOnAReadOnlyDiskKnowsWhatWasKeptAndSetsNothingAside() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 4)) {
      startsWithout(disk, "history.store.read-only", () -> disk.readOnly(true), () -> disk.readOnly(false));
    }
  }

  private interface Deed {
    void done() throws Exception;
  }

  private void startsWithout(SmallDisk disk, String key, Deed breaks, Deed mends) throws Exception {
    Path state = disk.path().resolve("state");
    try (Console console = console(outset(state), state)) {
      untilUp(console);
      goesDown(console);
    }
    breaks.done();
    Outset outset = outset(state);
    assertEquals(key, outset.fault().orElseThrow().key());
    try (Console console = console(outset, state)) {
      assertTrue(active(console.ports().board().get(), OUTAGE), "it was down when the console ended");
      until(console.ports(), "the alarm of the journal", board -> alarmOfTheJournal(board).equals(Optional.of(key)));
      until(console.ports(), "the feed", board -> board.services().get("siv").shown() == Shown.DOWN);
    }
    assertEquals(List.of(), asideOf(state));
    mends.done();
    assertTrue(active(restored(state), OUTAGE));
  }

  @Test
  void anotherProgramThatLocksTheJournalHoldsNoAlarmBack() throws Exception {
    Path state = folder.resolve("state");
    try (Console console = console(outset(state), state)) {
      untilUp(console);
      Process other = locks(state, "IMMEDIATE");
      try {
        goesDown(console);
        untilJournal(console, false, "history.journal.locked");
      } finally {
        other.getOutputStream().close();
        assertTrue(other.waitFor(60, TimeUnit.SECONDS));
      }
      untilJournal(console, true, "history.journal.well-again");
    }
    assertTrue(active(restored(state), OUTAGE));
  }

  @Test
  void aJournalThatIsLockedAtTheStartIsNotTakenForADamagedOne() throws Exception {
    Path state = folder.resolve("state");
    outset(state).journal().orElseThrow().close();
    Process other = locks(state, "EXCLUSIVE");
    try {
      Outset outset = outset(state);
      assertEquals("history.store.busy", outset.fault().orElseThrow().key());
      assertEquals(List.of(), asideOf(state));
    } finally {
      other.getOutputStream().close();
      assertTrue(other.waitFor(60, TimeUnit.SECONDS));
    }
    outset(state).journal().orElseThrow().close();
  }

  private static Process locks(Path state, String how) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
        LocksStore.class.getName(), state.resolve("journal.db").toString(), how).redirectErrorStream(true).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    assertEquals("locked", said.readLine());
    return process;
  }

  @Test
  void aJournalThatIsNoneAnyMoreIsAnAlarmAndNothingIsGreenBeforeItWasHeard() throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(state.resolve("journal.db"), "this was once a journal");
    try (Console console = console(outset(state), state)) {
      assertTrue(console.ports().board().get().services().values().stream().noneMatch(s -> s.shown() == Shown.UP));
      until(console.ports(), "its alarm", board -> alarmOfTheJournal(board).equals(Optional.of("history.store.damaged")));
      untilUp(console);
    }
    assertEquals(1, asideOf(state).size());
    assertFalse(restored(state).services().isEmpty());
  }

  @Test
  void theHeartGoesOnBeatingOnAFullDisk() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 1)) {
      Path heartbeat = Files.createFile(disk.path().resolve("heartbeat"));
      FileTime old = FileTime.from(Instant.EPOCH);
      BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
      disk.fill();
      Files.setLastModifiedTime(heartbeat, old);
      try (ScreenWatch _ = new ScreenWatch(Runnable::run, reports::add, heartbeat, () -> true, Duration.ofMillis(20))) {
        Await.until(() -> !time(heartbeat).equals(old), () -> "a watchdog would restart it");
      }
      assertEquals(List.of(), List.copyOf(reports));
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
