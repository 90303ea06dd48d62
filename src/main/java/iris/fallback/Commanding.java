package iris.fallback;

import iris.signal.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One command: bounded in time, in what is kept of its output and in what it leaves behind. */
final class Commanding {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final int ROUNDS = 3;
  private static final Set<String> HARMLESS = Set.of(
      "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR",
      "DBUS_SESSION_BUS_ADDRESS", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "PROGRAMFILES",
      "PROGRAMDATA", "USERPROFILE");

  private Commanding() {}

  /** The console's secrets may stand in its environment; a command sees those that its plan names. */
  static Map<String, String> harmless(Map<String, String> environment) {
    Map<String, String> clean = new TreeMap<>();
    environment.forEach((name, value) -> {
      String upper = name.toUpperCase(Locale.ROOT);
      if (HARMLESS.contains(upper) || upper.startsWith("LC_")) clean.put(name, value);
    });
    return clean;
  }

  static Done once(Deed.Command command, Map<String, String> environment, Duration limit) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Done.failed("fallback.command.not-started", command.name());
    }
    Tail tail = Tail.of(process.getInputStream());
    boolean ended = false;
    try {
      process.getOutputStream().close();
      ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (IOException alreadyGone) {
      ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!ended) kill(process);
    }
    tail.await(LAST_WORDS);
    if (!ended) return new Done(false, Reason.of("fallback.command.hung", command.name(), limit), OptionalInt.empty(), tail.text());
    int code = process.exitValue();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Done(code == 0, code == 0 ? Reason.of("fallback.command.ended", command.name(), took.toMillis())
        : Reason.of("fallback.command.code", command.name(), code), OptionalInt.of(code), tail.text());
  }

  /** The whole tree: a shell that is killed alone leaves what it waited for. */
  private static void kill(Process process) {
    List<ProcessHandle> known = new ArrayList<>(List.of(process.toHandle()));
    for (int round = 0; round < ROUNDS; round++) {
      for (ProcessHandle one : List.copyOf(known))
        one.descendants().filter(child -> !known.contains(child)).forEach(known::add);
      known.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
