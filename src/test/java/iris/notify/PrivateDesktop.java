package iris.notify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A virtual display, a bus and a notification server of its own: nothing of it meets the desktop of who runs the test. */
public final class PrivateDesktop implements AutoCloseable {
  /** One popup as dunst printed it. */
  public record Popup(String id, String summary, String body, String urgency) {}

  private static final Pattern PRINTED = Pattern.compile(
      "\\tsummary: '(.*?)'\\n\\tbody: '(.*?)'\\n\\ticon.*?\\turgency: (\\w+).*?\\tid: (\\d+)", Pattern.DOTALL);
  /** No service files: a bus that starts servers by itself would hide that there is none. */
  private static final String BUS = """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig><type>session</type><listen>unix:path=%s</listen>
      <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
      <allow own="*"/></policy></busconfig>
      """;

  public final Map<String, String> env = new ConcurrentHashMap<>();
  private final Path dir;
  private final Process display;
  private Process bus;
  private Process dunst;
  private int buses;

  /** Programs that it needs and this machine does not have. */
  public static List<String> absent() {
    return Stream.of("Xvfb", "dbus-daemon", "dunst", "dunstctl", "dbus-send", "notify-send")
        .filter(p -> !Files.isExecutable(Path.of("/usr/bin", p))).toList();
  }

  /** Whether a window can be opened on it: the toolkit draws through this library. */
  public static boolean canOpenWindows() throws IOException {
    Path libraries = Path.of("/usr/lib");
    if (!Files.isDirectory(libraries)) return false;
    try (Stream<Path> kinds = Files.list(libraries)) {
      return kinds.anyMatch(kind -> Files.exists(kind.resolve("libgtk-3.so.0")));
    }
  }

  /** Skips the test where {@link #absent} is not empty. */
  public PrivateDesktop(Path dir) throws IOException {
    this.dir = dir;
    List<String> absent = absent();
    Assumptions.assumeTrue(absent.isEmpty(),
        "skipped: not installed: " + absent + " (apt-get install xvfb dbus dunst libnotify-bin)");
    Files.writeString(dir.resolve("dunstrc"), "[global]\nmarkup = full\nfont = Sans 14\nwidth = (0, 560)\nheight = 200\n"
        + "origin = top-right\noffset = 20x20\n[urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n");
    display = start(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "800x400x24", "-nolisten", "tcp"), "xvfb");
    try {
      env.put("DISPLAY", ":" + display());
      startBus();
      startServer();
    } catch (AssertionError | IOException e) {
      // Who never got this cannot close it.
      close();
      throw e;
    }
  }

  void startBus() throws IOException {
    Path socket = dir.resolve("bus" + buses++);
    Path config = Files.writeString(dir.resolve("bus.conf"), BUS.formatted(socket));
    bus = start(List.of("dbus-daemon", "--config-file=" + config, "--nofork"), "bus");
    await(() -> Files.exists(socket), "the bus");
    env.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
  }

  void stopBus() throws InterruptedException {
    stop(bus);
  }

  void startServer() throws IOException {
    dunst = start(List.of("dunst", "-conf", dir.resolve("dunstrc").toString(), "-print"), "dunst");
    await(() -> run("dunstctl", "count").contains("displayed"), "dunst");
  }

  void stopServer() throws InterruptedException {
    stop(dunst);
  }

  /** All popups since the start, in order. */
  public List<Popup> popups() {
    List<Popup> all = new ArrayList<>();
    Matcher m = PRINTED.matcher(read("dunst"));
    while (m.find()) all.add(new Popup(m.group(4), m.group(1), m.group(2), m.group(3)));
    return all;
  }

  public Popup popup(int number) {
    await(() -> popups().size() >= number, "popup " + number);
    return popups().get(number - 1);
  }

  int displayed() {
    Matcher m = Pattern.compile("displayed: (\\d+)").matcher(run("dunstctl", "count"));
    return m.find() ? Integer.parseInt(m.group(1)) : -1;
  }

  String run(String... line) {
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(env);
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), line[0] + " hangs");
      return said;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What stands on the screen, for a person to look at; nothing where ImageMagick is missing. */
  public void picture(String name) throws IOException {
    if (!Files.isExecutable(Path.of("/usr/bin/import"))) return;
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Path file = folder.resolve(name);
    // dunst prints before it draws: a black picture is small.
    await(() -> {
      run("import", "-window", "root", file.toString());
      return file.toFile().length() > 2_000;
    }, "something to see");
  }

  static void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 60 s: " + what);
      LockSupport.parkNanos(20_000_000);
    }
  }

  private Process start(List<String> line, String name) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(env);
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve(name).toFile())).start();
  }

  private String read(String name) {
    try {
      return Files.readString(dir.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Xvfb names the display that it found free, among its complaints about those that were not. */
  private String display() {
    Pattern number = Pattern.compile("^(\\d+)$", Pattern.MULTILINE);
    await(() -> number.matcher(read("xvfb")).find(), "the display");
    Matcher m = number.matcher(read("xvfb"));
    assertTrue(m.find());
    return m.group(1);
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    // Asked and not killed: Xvfb then takes its lock file with it.
    Stream.of(dunst, bus, display).filter(p -> p != null).forEach(Process::destroy);
  }
}
