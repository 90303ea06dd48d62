package iris.relay.hook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One command, from its start to the end of all that it started. Nothing of a message stands on its command line or in
 * its environment: those are what shells read. Of our own environment it gets what a program needs to run, and none of
 * the variables that hold our passwords.
 */
final class Run {
  private static final Set<String> NEEDED = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "TZ",
      "TMPDIR", "SystemRoot", "SYSTEMROOT", "ComSpec", "PATHEXT", "TEMP", "TMP", "USERPROFILE");
  /** A tree that grows while it is cut is cut again. */
  private static final int CUTS = 20;
  private static final long LOOK_MILLIS = 20;

  private Run() {}

  /** What became of it. */
  sealed interface End {
    /** It ended by itself. @param said the begin of what it wrote to its output and its errors */
    record Exit(int code, String said) implements End {}

    /** It did not end in time, and was ended with all that it had started. */
    record TooSlow() implements End {}

    /** There is no such command, or it may not be run. */
    record NotStarted(String why) implements End {}
  }

  static End of(List<String> command, byte[] input, Duration most) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    // Windows writes Path, or PATH.
    environment.keySet().removeIf(name -> NEEDED.stream().noneMatch(name::equalsIgnoreCase));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new End.NotStarted(String.valueOf(e.getMessage()));
    }
    Thread writer = Thread.ofVirtual().name("hook-in").start(() -> write(process.getOutputStream(), input));
    Hearing hearing = new Hearing(process.getInputStream(), most);
    try {
      do {
        hearing.hear();
      } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !hearing.over());
      if (process.isAlive()) return new End.TooSlow();
      hearing.hear();
      return new End.Exit(process.exitValue(), hearing.said());
    } finally {
      cut(process);
      writer.interrupt();
    }
  }

  /** A command may well end without having read what it was told. */
  private static void write(OutputStream to, byte[] input) {
    try (to) {
      to.write(input);
    } catch (IOException notRead) {
      return;
    }
  }

  /** Ends it and all below it. What detached itself from the tree is found by nobody but the service manager. */
  private static void cut(Process process) {
    List<ProcessHandle> known = new ArrayList<>(List.of(process.toHandle()));
    for (int i = 0; i < CUTS; i++) {
      known = known.stream().flatMap(h -> Stream.concat(h.descendants(), Stream.of(h))).distinct()
          .filter(ProcessHandle::isAlive).toList();
      if (known.isEmpty()) return;
      known.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Where the first line of what it said is not blank: that line. */
  static Optional<String> firstLine(String said) {
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
  }
}
