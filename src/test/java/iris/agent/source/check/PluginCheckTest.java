package iris.agent.source.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Evidence;
import iris.agent.SourceSpec.Asked;
import iris.probe.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are shell scripts")
class PluginCheckTest {
  private final Scene scene = new Scene(new Probe(InstantSource.system()));
  @TempDir private Path folder;

  @AfterEach
  void close() {
    scene.close();
  }

  private Asked script(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("check"), "#!/bin/sh\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return new Asked.Command(List.of(file.toString(), "an argument"));
  }

  private Evidence said(String text) throws IOException, InterruptedException {
    return scene.first(script(text));
  }

  @Test
  void theExitCodeIsTheVerdict() throws IOException, InterruptedException {
    Evidence.Probed ok = (Evidence.Probed) said("echo \"SIV OK - $1 | time=0.25s;1;2;0\"; exit 0");
    assertTrue(ok.well() && !ok.degraded());
    assertEquals("SIV OK - an argument", ok.why().args().get(1));
    assertEquals(Duration.ofMillis(250), ok.latency());
    Evidence.Probed warning = (Evidence.Probed) said("echo slow; exit 1");
    assertTrue(warning.well() && warning.degraded());
    Evidence.Probed critical = (Evidence.Probed) said("echo down; exit 2");
    assertFalse(critical.well());
    assertEquals("agent.check.command.critical", critical.why().key());
  }

  private void assertUnknown(String key, Evidence evidence) {
    Evidence.Condition condition = (Evidence.Condition) evidence;
    assertFalse(condition.well());
    assertEquals(key, condition.why().key());
  }

  @Test
  void unknownAndOddEndsAreConditionsAndNoFailures() throws IOException, InterruptedException {
    assertUnknown("agent.check.command.unknown", said("echo what; exit 3"));
    assertUnknown("agent.check.command.code", said("echo 'not found' >&2; exit 127"));
    assertUnknown("agent.check.command.code", said("kill -TERM $$"));
  }

  @Test
  void aCommandThatCannotStartSaysWhy() throws IOException, InterruptedException {
    assertUnknown("agent.check.command.absent", scene.first(new Asked.Command(List.of("/nowhere/check_siv"))));
    assertUnknown("agent.check.command.absent", scene.first(new Asked.Command(List.of("check_siv_of_nobody"))));
    Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");
    assertUnknown("agent.check.command.forbidden", scene.first(new Asked.Command(List.of(plain.toString()))));
    Path broken = Files.writeString(folder.resolve("broken"), "#!/nowhere/interpreter\n");
    assertTrue(broken.toFile().setExecutable(true));
    assertUnknown("agent.check.command.broken", scene.first(new Asked.Command(List.of(broken.toString()))));
  }

  @Test
  void aConditionThatIsOverIsToldBeforeTheNextResult() throws IOException, InterruptedException {
    Asked asked = script("[ -e '" + folder + "/there' ] && exit 0; touch '" + folder + "/there'; exit 3");
    scene.run(asked, Duration.ofSeconds(60));
    assertFalse(scene.condition().well());
    assertTrue(scene.condition().well());
    assertTrue(scene.probed().well());
  }

  @Test
  void aHangingCommandIsAFailureAndIsStoppedWithAllItStarted() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    Asked asked = script("sleep 600 & echo $! >> '" + pids + "'; sh -c 'echo $$ >> " + pids + "; sleep 600' & wait");
    scene.run(asked, Duration.ofSeconds(4));
    Evidence.Probed hung = (Evidence.Probed) scene.next();
    assertFalse(hung.well());
    assertEquals("agent.check.command.hung", hung.why().key());
    List<ProcessHandle> left = Files.readAllLines(pids).stream()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream()).filter(ProcessHandle::isAlive).toList();
    for (ProcessHandle one : left) one.onExit().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  @Test
  void megabytesAreTakenOffItsHandsAndForgotten() throws IOException, InterruptedException {
    Evidence.Probed loud = (Evidence.Probed) said(
        "echo 'OK but loud'; head -c 30000000 /dev/zero | tr '\\0' x; head -c 9000000 /dev/zero >&2; exit 0");
    assertTrue(loud.well());
    assertEquals("OK but loud", loud.why().args().get(1));
  }

  @Test
  void secretsOfTheAgentAreNotInItsEnvironment() throws IOException, InterruptedException {
    Evidence.Probed seen = (Evidence.Probed) said("echo \"[$IRIS_PASSWORD] ${PATH:+path}\"");
    assertEquals("[] path", seen.why().args().get(1));
  }

  @Test
  void aCommandThatLeavesTooMuchBehindRestsUntilThatHasGone() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    // It lives long enough to be listened to: what is left behind then holds on to the listening threads.
    Asked asked = script("sleep 600 & echo $! >> '" + pids + "'; echo fine; sleep 0.3; exit 0");
    try {
      scene.run(asked, Duration.ofSeconds(60));
      assertEquals("fine", scene.probed().why().args().get(1));
      Evidence next = scene.next();
      while (next instanceof Evidence.Probed) next = scene.next();
      assertUnknown("agent.check.command.leftovers", next);
      end(pids);
      while (next instanceof Evidence.Condition c && !c.well()) next = scene.next();
      assertEquals("agent.check.restored", ((Evidence.Condition) next).why().key());
      assertTrue(scene.probed().well());
    } finally {
      scene.close();
      end(pids);
    }
  }

  private static void end(Path pids) throws IOException {
    for (String pid : Files.readAllLines(pids)) ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
  }
}
