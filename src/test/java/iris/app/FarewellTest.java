package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes of their own that are sent real signals. */
@DisabledOnOs(OS.WINDOWS)
class FarewellTest {
  private static final int SECONDS = 60;

  /** A program as ours are: it works until it is told, and then has something to close. */
  static final class Program {
    private Program() {}

    public static void main(String[] how) throws InterruptedException {
      CountDownLatch over = new CountDownLatch(1);
      Runnable leave = how[0].equals("deaf") ? Program::hang : over::countDown;
      // Whoever is not through with it by then is cut off; who is ended by the test's own hand waits for ever.
      Duration patience = Duration.ofSeconds(how[0].equals("deaf") ? 1 : SECONDS);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hooks")));
      try (Farewell _ = new Farewell(leave, patience); AutoCloseable _ = Program::closing) {
        if (how[0].equals("done")) over.countDown();
        else Thread.sleep(500);
        System.out.println("ready");
        over.await();
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      System.out.println("after");
      if (how[0].equals("done")) Thread.sleep(Duration.ofSeconds(SECONDS));
    }

    private static void closing() throws InterruptedException {
      Thread.sleep(300);
      System.out.println("closed");
    }

    private static void hang() {
      try {
        Thread.sleep(Duration.ofDays(1));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Ran(int code, List<String> lines) {}

  private static List<String> java(String how) {
    return List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), Program.class.getName(), how);
  }

  /** Sends {@code signals} as soon as {@code word} is said. */
  private static Ran ran(List<String> command, String word, String... signals) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        if (line.equals(word)) for (String signal : signals) send(signal, process.pid());
      }
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), lines::toString);
      return new Ran(process.exitValue(), lines);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void send(String signal, long pid) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor());
  }

  @Test
  void whatIsOpenIsClosedFirstAndTheCodeIsThatOfTheSignal() throws Exception {
    for (var each : List.of(List.of("TERM", 143), List.of("INT", 130), List.of("HUP", 129))) {
      Ran ran = ran(java("obedient"), "ready", (String) each.getFirst());
      assertEquals(List.of("ready", "closed", "hooks"), ran.lines, "hooks come after what is ours, not beside it");
      assertEquals(each.getLast(), ran.code);
    }
  }

  @Test
  void aSecondSignalDisturbsNothing() throws Exception {
    Ran ran = ran(java("obedient"), "ready", "TERM", "TERM", "HUP");
    assertEquals(List.of("ready", "closed", "hooks"), ran.lines);
    assertTrue(ran.code == 143 || ran.code == 129, "code " + ran.code);
  }

  @Test
  void whatDoesNotCloseIsCutOff() throws Exception {
    Ran ran = ran(java("deaf"), "ready", "TERM");
    assertFalse(ran.lines.contains("closed"), ran.lines::toString);
    assertEquals("hooks", ran.lines.getLast());
    assertEquals(143, ran.code);
  }

  @Test
  void onceItIsClosedASignalEndsAtOnce() throws Exception {
    Ran ran = ran(java("done"), "after", "TERM");
    assertEquals(List.of("ready", "closed", "after", "hooks"), ran.lines);
    assertEquals(143, ran.code);
  }

  /** As under {@code nohup}: who closes the terminal does not close what is to outlive it. */
  @Test
  void aSignalThatIsKeptAwayStaysAway() throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' HUP; exec \"$@\"", "sh"));
    command.addAll(java("obedient"));
    Ran ran = ran(command, "ready", "HUP", "TERM");
    assertEquals(143, ran.code);
    assertEquals(List.of("ready", "closed", "hooks"), ran.lines);
  }

  /** Who starts Java so wants no signal to be touched. */
  @Test
  void aJavaThatKeepsAwayFromSignalsRunsAsWell() throws Exception {
    List<String> command = new ArrayList<>(java("obedient"));
    command.add(1, "-Xrs");
    Ran ran = ran(command, "ready", "TERM");
    assertEquals(143, ran.code);
    assertEquals(List.of("ready"), ran.lines);
  }
}
