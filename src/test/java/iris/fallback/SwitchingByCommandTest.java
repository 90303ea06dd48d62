package iris.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.FallbackSight;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is switched by commands: real ones. */
class SwitchingByCommandTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SH = "/bin/sh";

  @TempDir Path folder;

  @BeforeEach
  void thereIsAShell() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of(SH)), "no /bin/sh on this machine");
  }

  private static Deed.Command shell(String script) {
    return Bench.command(SH, "-c", script);
  }

  @Test
  void aCommandThatEndsWellIsVerifiedByTheExitCodeOfAnother() throws Exception {
    Path state = folder.resolve("on");
    StatusCheck check = new StatusCheck(shell("test -e '" + state + "'"), Optional.empty(), Optional.empty(), Duration.ofMinutes(10));
    try (Bench bench = new Bench(Bench.plan(shell("echo switching; touch '" + state + "'"), check, SOON))) {
      assertEquals(FallbackSight.STOPPED, bench.seen().sight());
      List<Report.Switching> told = bench.on().told();
      assertEquals(List.of(Stage.STARTED, Stage.ANSWERED, Stage.VERIFIED), Bench.stages(told));
      assertEquals(List.of("switching"), told.get(1).output());
    }
  }

  @Test
  void anExitCodeIsNamed() throws Exception {
    try (Bench bench = new Bench(Bench.plan(shell("echo no such route >&2; exit 3"), null, SOON))) {
      Report.Switching end = bench.on().end();
      assertEquals("fallback.command.code", end.what().key());
      assertEquals("3", end.what().args().get(1));
      assertEquals(List.of("no such route"), end.output());
    }
  }

  @Test
  void aProgramThatIsNotThereIsSaidToHaveDoneNothing() throws Exception {
    try (Bench bench = new Bench(Bench.plan(Bench.command(folder.resolve("none").toString()), null, SOON))) {
      assertEquals("fallback.command.not-started", bench.on().end().what().key());
    }
  }

  @Test
  void aHangingCommandIsEndedWithItsChildren() throws Exception {
    Path pid = folder.resolve("pid");
    Deed.Command hangs = shell("sleep 600 & echo $! > '" + pid + "'; echo waiting; wait");
    try (Bench bench = new Bench(Bench.plan(hangs, null, Duration.ofMillis(1500)))) {
      Report.Switching end = bench.on().end();
      assertEquals("fallback.command.hung", end.what().key());
      assertEquals(List.of("waiting"), end.output());
      long child = Long.parseLong(Files.readString(pid).strip());
      Optional<ProcessHandle> left = ProcessHandle.of(child);
      if (left.isPresent()) left.get().onExit().get(60, TimeUnit.SECONDS);
      assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false), "the child lives on");
    }
  }

  @Test
  void ofMegabytesOfOutputTheLastLinesAreKept() throws Exception {
    Deed.Command chatty = shell("i=0; while [ $i -lt 60000 ]; do echo \"line $i of a very long report that nobody reads\"; i=$((i+1)); done");
    try (Bench bench = new Bench(Bench.plan(chatty, null, Duration.ofSeconds(60)))) {
      List<Report.Switching> told = bench.on().told();
      assertEquals(Stage.DONE, told.getLast().stage());
      List<String> output = told.get(1).output();
      assertEquals(40, output.size());
      assertEquals("line 59999 of a very long report that nobody reads", output.getLast());
    }
  }

  @Test
  void aCommandThatLeavesADaemonBehindHasEndedAllTheSame() throws Exception {
    Path pid = folder.resolve("pid");
    try (Bench bench = new Bench(Bench.plan(shell("sleep 600 & echo $! > '" + pid + "'; echo started"), null, SOON))) {
      assertEquals(Stage.DONE, bench.on().end().stage());
      ProcessHandle daemon = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
      assertTrue(daemon.isAlive(), "what was started is left running");
      daemon.destroyForcibly();
    }
  }

  @Test
  void aCommandSeesTheSecretsOfItsPlanAndNoneOfTheConsole() throws Exception {
    Deed.Command told = new Deed.Command(List.of(SH, "-c", "echo \"key=$SIV_KEY other=$IRIS_OTHER_SECRET\""),
        Map.of("SIV_KEY", new Value.Hidden("env:SIV_KEY")));
    try (Bench bench = new Bench(Bench.plan(told, null, SOON), hidden -> "k3y")) {
      assertEquals(List.of("key=••• other="), bench.on().told().get(1).output());
    }
    assertFalse(Commanding.harmless(Map.of("IRIS_OTHER_SECRET", "x", "PATH", "/bin")).containsKey("IRIS_OTHER_SECRET"));
  }

  @Test
  void argumentsAreArgumentsAndNoShellReadsThem() throws Exception {
    try (Bench bench = new Bench(Bench.plan(Bench.command("/bin/echo", "a; touch " + folder.resolve("oops")), null, SOON))) {
      assertEquals(List.of("a; touch " + folder.resolve("oops")), bench.on().told().get(1).output());
      assertFalse(Files.exists(folder.resolve("oops")));
    }
  }

  @Test
  void whileAnAttemptStillRunsASecondOrderRunsNothing() throws Exception {
    Path runs = folder.resolve("runs");
    Path go = folder.resolve("go");
    Deed.Command slow = shell("echo run >> '" + runs + "'; while ! test -e '" + go + "'; do sleep 0.05; done");
    try (Bench bench = new Bench(Bench.plan(slow, null, SOON))) {
      assertEquals(Stage.STARTED, ((Report.Switching) bench.on().next()).stage());
      Report.Switching second = (Report.Switching) bench.off().next();
      assertEquals(Stage.FAILED, second.stage());
      assertEquals("fallback.still-running", second.what().key());
      Files.createFile(go);
      assertEquals(Stage.DONE, bench.end().stage());
      assertEquals(List.of("run"), Files.readAllLines(runs));
      assertEquals(Stage.DONE, bench.off().end().stage());
      assertEquals(List.of("run", "run"), Files.readAllLines(runs));
    }
  }

  @Test
  void anOrderWithoutAPlanSaysThatNothingWasRun() throws Exception {
    try (Bench bench = new Bench(Bench.plan(null, null, SOON))) {
      assertEquals("fallback.no-deed", bench.on().end().what().key());
    }
  }
}
