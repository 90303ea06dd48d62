package iris.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code iris} as a process of its own, with the classes of this test, without a display; ended with the test. */
final class Launched implements AutoCloseable {
  private static final List<String> TOOLKIT = List.of("-Dglass.", "-Dprism.", "-Djava.awt.", "-Dtestfx.");

  final Process process;
  /** What it says, on either stream. */
  final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private Launched(Process process) {
    this.process = process;
  }

  record Ran(int code, String out, String err) {}

  /** @param options for the machine; {@code home} is IRIS_HOME and where it runs */
  static Launched start(Path home, List<String> options, Map<String, String> environment, String... words)
      throws IOException {
    return reading(builder(home, options, environment, "iris.app.Main", words));
  }

  /** Another main class of the tests, with the toolkit of this process and a screen that nobody sees. */
  static Launched start(Path home, Class<?> main, String... words) throws IOException {
    return reading(builder(home, toolkit(), Map.of(), main.getName(), words));
  }

  /** The options that give another process the toolkit of this one. */
  static List<String> toolkit() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--") || TOOLKIT.stream().anyMatch(option::startsWith)).toList();
  }

  private static Launched reading(ProcessBuilder builder) throws IOException {
    Launched launched = new Launched(builder.start());
    for (BufferedReader in : List.of(launched.process.inputReader(StandardCharsets.UTF_8),
        launched.process.errorReader(StandardCharsets.UTF_8)))
      Thread.ofVirtual().start(() -> launched.read(in));
    return launched;
  }

  /** Runs to its end. */
  static Ran run(Path home, String... words) throws Exception {
    Process process = builder(home, List.of(), Map.of(), "iris.app.Main", words).start();
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("does not end: " + List.of(words));
      return new Ran(process.exitValue(), out, err);
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder builder(
      Path home, List<String> options, Map<String, String> environment, String main, String... words) {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(options);
    line.addAll(List.of("-cp", classPath, main));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
    builder.environment().putAll(Map.of("LC_ALL", "en_GB.UTF-8", "IRIS_HOME", home.toString()));
    builder.environment().remove("DISPLAY");
    builder.environment().remove("NOTIFY_SOCKET");
    builder.environment().putAll(environment);
    return builder;
  }

  private void read(BufferedReader in) {
    try (in) {
      for (String line; (line = in.readLine()) != null; ) lines.add(line);
    } catch (IOException ended) {
      lines.add("ended: " + ended.getMessage());
    }
  }

  /** The next line that has {@code words} in it. */
  String await(String words) throws InterruptedException {
    List<String> passed = new ArrayList<>();
    for (String line; (line = lines.poll(60, TimeUnit.SECONDS)) != null; passed.add(line))
      if (line.contains(words)) return line;
    throw new AssertionError("no line with \"" + words + "\" after " + passed);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
