package iris.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program on a screen, from its start until it is closed; when it said what, and when its picture was seen. */
final class Run implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  /** Wherever it stands: the toolkit's log of its pulses writes into the same line. */
  private static final Pattern TOLD = Pattern.compile("iris\\.start ([A-Z]+) (\\d{13})");
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);

  final Process process;
  private final Display display;
  private final long began = System.nanoTime();
  private final long beganWall = System.currentTimeMillis();
  private final Map<String, Long> said = new ConcurrentHashMap<>();

  private Run(Display display, ProcessBuilder builder) throws IOException {
    this.display = display;
    process = builder.start();
    Thread.ofPlatform().daemon().start(this::read);
  }

  /** @param options for the machine, by the launcher's variable */
  static Run start(Display display, Path home, List<String> options, List<String> command) throws IOException {
    return start(display, home, options, Map.of(), command);
  }

  static Run start(Display display, Path home, List<String> options, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("IRIS_") || name.equals("WAYLAND_DISPLAY"));
    builder.environment().putAll(Map.of("DISPLAY", display.name(), "IRIS_HOME", home.toString(), "LC_ALL", "C.UTF-8",
        "IRIS_JAVA_OPTIONS", ("-Diris.start.times=true " + String.join(" ", options)).strip()));
    builder.environment().putAll(environment);
    return new Run(display, builder);
  }

  /** Its lines: {@code iris.start WHAT MILLIS} is kept, all else dropped. */
  private void read() {
    try (BufferedReader in = process.inputReader()) {
      for (String line; (line = in.readLine()) != null; ) {
        Matcher told = TOLD.matcher(line);
        while (told.find()) said.put(told.group(1), Long.parseLong(told.group(2)) - beganWall);
        said.merge("PULSES", line.startsWith("PULSE: ") && !line.endsWith("No Rendering") ? 1L : 0L, Long::sum);
      }
    } catch (IOException ended) {
      said.put("ENDED", System.currentTimeMillis() - beganWall);
    }
  }

  /** Milliseconds from the start until it said so. */
  long await(String what) throws IOException {
    while (!said.containsKey(what)) pause(what);
    return said.get(what);
  }

  /** Milliseconds from the start until tiles were on the screen. */
  long seen() throws IOException {
    while (!display.tiled()) pause("tiles");
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** How many pulses that painted something it has told of so far. */
  long pulses() {
    return said.getOrDefault("PULSES", 0L);
  }

  private void pause(String what) throws IOException {
    if (!process.isAlive() || System.nanoTime() - began > PATIENCE)
      throw new IOException("no " + what + " of " + process.info().commandLine().orElse("a process that ended"));
    LockSupport.parkNanos(LOOK);
  }

  void rest(int seconds) throws InterruptedException, IOException {
    if (process.waitFor(seconds, TimeUnit.SECONDS)) throw new IOException("it ended by itself, with " + process.exitValue());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
      // The window goes a moment after its program does.
      for (int i = 0; i < 1000 && display.tiled(); i++) LockSupport.parkNanos(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
