package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of ours that is killed with signal 9. */
final class Child implements AutoCloseable {
  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch spoke = new CountDownLatch(1);
  private final Thread reader;

  Child(Class<?> main, String... args) throws IOException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
        main.getName()));
    Stream.of(args).forEach(command::add);
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    reader = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = in.readLine()) != null; ) {
        lines.add(line);
        spoke.countDown();
      }
    } catch (IOException killed) {
      // What it said until then is all that counts.
    } finally {
      spoke.countDown();
    }
  }

  void await() throws InterruptedException {
    assertTrue(spoke.await(120, TimeUnit.SECONDS), "it says nothing");
  }

  /** Waits for this; a child that ends by itself has failed. */
  void until(BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!there.getAsBoolean()) {
      assertTrue(!process.waitFor(2, TimeUnit.MILLISECONDS), () -> "it ended by itself: " + lines);
      assertTrue(System.nanoTime() < end, () -> "it does not come: " + lines);
    }
  }

  /** Its lines, once it is dead. */
  List<String> kill() throws InterruptedException {
    assertTrue(process.isAlive(), () -> "it ended by itself: " + lines);
    // By its handle, which leaves the pipe open: what it said before it died is still read.
    process.toHandle().destroyForcibly();
    process.waitFor();
    reader.join();
    return List.copyOf(lines);
  }

  long spoken() {
    return lines.size();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
