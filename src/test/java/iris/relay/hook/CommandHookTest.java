package iris.relay.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.relay.Delivery;
import iris.relay.EventJson;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandHookTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Message OUTAGE = Samples.outage(Samples.SIV, AT);

  @TempDir Path folder;

  @BeforeEach
  void thereIsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the commands of this test are written for /bin/sh");
  }

  private CommandHook hook(Duration timeout, int atOnce, String... command) {
    return new CommandHook(new Target("crochet", Kind.COMMAND_HOOK, Map.of(Param.COMMAND, new Value.Lines(List.of(command)),
        Param.TIMEOUT, new Value.Span(timeout), Param.AT_ONCE, new Value.Whole(atOnce)), Mapping.USUAL),
        new TestGround(folder, Map.of(), InstantSource.fixed(AT)));
  }

  private CommandHook script(String script) {
    return hook(Duration.ofSeconds(120), 4, "/bin/sh", "-c", script);
  }

  @Test
  void theCommandReadsTheEventAsOneLineOfJson() throws Exception {
    Path read = folder.resolve("read");
    assertEquals(Delivery.done("vu"), script("cat > " + read + "; echo vu").deliver(OUTAGE));
    assertEquals(EventJson.line(OUTAGE) + "\n", Files.readString(read));
  }

  @Test
  void nothingOfAFeedIsOnTheCommandLineOrInTheEnvironment() throws Exception {
    Path read = folder.resolve("read");
    Signal hostile = new Signal(Signal.Kind.SERVICE, "siv", "$(touch " + folder.resolve("mine") + ")`id`;id");
    assertInstanceOf(Delivery.Delivered.class,
        script("tr '\\0' '\\n' < /proc/$$/cmdline > " + read + "; env >> " + read).deliver(Samples.outage(hostile, AT)));
    assertFalse(Files.readString(read).contains("touch"), Files.readString(read));
    assertFalse(Files.exists(folder.resolve("mine")));
  }

  @Test
  void ourPasswordsAreNotInItsEnvironment() throws Exception {
    Path read = folder.resolve("read");
    script("env > " + read).deliver(OUTAGE);
    List<String> names = Files.readAllLines(read).stream().map(line -> line.replaceAll("=.*", "")).toList();
    assertTrue(names.contains("PATH"), names::toString);
    assertTrue(List.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "TZ", "TMPDIR", "PWD", "OLDPWD", "SHLVL",
        "_").containsAll(names), names::toString);
  }

  @Test
  void aFailureIsTriedAFewTimesAndThenGivenUp() throws Exception {
    CommandHook hook = script("echo 'pas de réseau' >&2; exit 3");
    assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE));
    assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE));
    Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, hook.deliver(OUTAGE));
    assertEquals(List.of("3", "pas de réseau"), refused.why().args());
    // A person who has it tried again gives it new chances.
    assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE));
  }

  @Test
  void notNowIsSaidAsOftenAsItTakes() throws Exception {
    CommandHook hook = script("exit 75");
    for (int i = 0; i < 5; i++) assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE));
  }

  @Test
  void aCommandThatIsNotThereIsNamed() throws Exception {
    CommandHook hook = hook(Duration.ofSeconds(1), 1, folder.resolve("nulle-part").toString());
    // It may be replaced at this moment, or the machine have no process left: it is given up never for that.
    for (int i = 0; i < 5; i++)
      assertEquals("relay.hook.not-started",
          assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE)).why().key());
  }

  @Test
  void whatDoesNotEndIsEndedWithAllThatItStarted() throws Exception {
    Path pids = folder.resolve("pids");
    List<String> began = List.of();
    // On a busy machine a second is not enough for both of them to have started.
    for (int seconds = 1; began.size() < 2 && seconds < 100; seconds *= 4) {
      Files.deleteIfExists(pids);
      CommandHook hook = hook(Duration.ofSeconds(seconds), 1, "/bin/sh", "-c",
          "trap '' TERM; (trap '' TERM; sleep 600 & echo $! >> " + pids + "; wait) & echo $! >> " + pids + "; wait");
      assertEquals("relay.hook.slow", assertInstanceOf(Delivery.TryLater.class, hook.deliver(OUTAGE)).why().key());
      if (Files.exists(pids)) began = Files.readAllLines(pids);
    }
    List<String> started = began;
    assertEquals(2, started.size());
    Await.until(() -> started.stream().noneMatch(CommandHookTest::lives), () -> "they live: " + started);
  }

  private static boolean lives(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void whatItLeavesBehindWithItsOutputOpenIsNotWaitedFor() throws Exception {
    long start = System.nanoTime();
    Path pid = folder.resolve("pid");
    assertEquals(Delivery.done("fait"), script("sleep 600 & echo $! > " + pid + "; echo fait").deliver(OUTAGE));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 100, "it was waited for");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aChatterboxIsNotKeptAndDoesNotHang() throws Exception {
    assertEquals("relay.hook.slow", assertInstanceOf(Delivery.TryLater.class,
        hook(Duration.ofSeconds(1), 1, "/bin/sh", "-c", "yes").deliver(OUTAGE)).why().key());
    Delivery.Delivered much = assertInstanceOf(Delivery.Delivered.class,
        script("head -c 3000000 /dev/zero | tr '\\0' 'x'").deliver(OUTAGE));
    assertTrue(much.proof().orElseThrow().length() <= 200);
  }

  @Test
  void aCommandNeedNotReadWhatItIsTold() throws Exception {
    assertEquals(new Delivery.Delivered(Optional.empty()), script("exec 0<&-; exit 0").deliver(OUTAGE));
  }

  @Test
  void notMoreRunAtOnceThanMay() throws Exception {
    Path turns = folder.resolve("turns");
    CommandHook hook = hook(Duration.ofSeconds(120), 2, "/bin/sh", "-c", "echo + >> " + turns
        + "; until [ $(grep -c + " + turns + ") -ge 2 ]; do sleep 0.05; done; sleep 0.4; echo - >> " + turns);
    assertEquals(2, hook.parallel());
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Delivery>> under = java.util.stream.IntStream.range(0, 6)
          .mapToObj(i -> all.submit(() -> hook.deliver(OUTAGE))).toList();
      for (Future<Delivery> one : under) assertInstanceOf(Delivery.Delivered.class, one.get());
    }
    int now = 0;
    int most = 0;
    for (String turn : Files.readAllLines(turns)) most = Math.max(most, now += turn.equals("+") ? 1 : -1);
    assertEquals(2, most);
  }

  @Test
  void throughTheOutboxEachTransitionRunsOnceInOrderAndABrokenOneIsADeadLetter() throws Exception {
    Path ran = folder.resolve("ran");
    Path broken = Files.createFile(folder.resolve("broken"));
    Target target = new Target("crochet", Kind.COMMAND_HOOK, Map.of(Param.COMMAND, new Value.Lines(List.of("/bin/sh", "-c",
        "test -e " + broken + " && exit 3; cat >> " + ran))), Mapping.USUAL);
    try (Room room = new Room(folder, target, new TestGround(folder, Map.of(), InstantSource.system()))) {
      room.outage();
      Await.until(() -> room.relay().outbox().dead("crochet").size() == 1, () -> "no dead letter");
      Files.delete(broken);
      room.recovery();
      room.outage();
      Await.until(() -> Files.exists(ran) && Files.readAllLines(ran).size() == 2, () -> "not run");
      assertEquals(1, room.relay().replay("crochet"));
      Await.until(() -> Files.readAllLines(ran).size() == 3, () -> "not run again");
      assertEquals(List.of("end", "begin", "begin"), Files.readAllLines(ran).stream()
          .map(line -> line.replaceAll(".*\"sort\":\"(\\w+)\".*", "$1")).toList());
    }
  }

  @Test
  void theEndOfTheRelayEndsTheCommand() throws Exception {
    Path pid = folder.resolve("pid");
    CommandHook hook = script("echo $$ > " + pid + "; sleep 600");
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<Delivery> under = one.submit(() -> hook.deliver(OUTAGE));
      Await.until(() -> Files.exists(pid) && !Files.readString(pid).isBlank(), () -> "it did not start");
      one.shutdownNow();
      assertInstanceOf(InterruptedException.class,
          assertThrows(java.util.concurrent.ExecutionException.class, under::get).getCause());
    }
    String started = Files.readString(pid).strip();
    Await.until(() -> !lives(started), () -> "it lives");
  }
}
