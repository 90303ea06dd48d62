package iris.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** target/iris, started as a user starts it: another working directory, no display, a locale that asks for nothing. */
record Image(Path workingDirectory, Map<String, String> environment) {
  /** What a run left behind. */
  record Ran(int code, String out, String err, Duration took) {}

  static Image in(Path workingDirectory) {
    return new Image(workingDirectory, Map.of("LANG", "C", "LC_ALL", "C", "DISPLAY", "", "WAYLAND_DISPLAY", ""));
  }

  Image with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Image(workingDirectory, more);
  }

  Ran run(String... args) throws IOException, InterruptedException {
    Path out = Files.createTempFile(workingDirectory, "out", ".txt");
    Path err = Files.createTempFile(workingDirectory, "err", ".txt");
    ProcessBuilder builder = builder(args).redirectOutput(out.toFile()).redirectError(err.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (!ended) process.destroyForcibly();
    assertTrue(ended, () -> String.join(" ", builder.command()) + " did not end within three minutes");
    return new Ran(process.exitValue(), read(out), read(err), took);
  }

  /** What runs until somebody ends it; both its outputs in one. */
  Process start(String... args) throws IOException {
    return builder(args).redirectErrorStream(true).start();
  }

  private ProcessBuilder builder(String... args) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path launcher = Path.of(System.getProperty("iris.image"), "bin", windows ? "iris.bat" : "iris");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
