package iris.app.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real datagram socket, which Java cannot open either: a few lines of Python print what arrives. */
public final class UnixDatagrams implements AutoCloseable {
  private static final String LISTENER = """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1].replace('@', chr(0), 1) if sys.argv[1].startswith('@') else sys.argv[1])
      print('listening', flush=True)
      while True: print(s.recv(4096).decode().replace(chr(10), '|'), flush=True)
      """;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Path folder;
  private final Process listener;
  private final String address;

  private UnixDatagrams(Path folder, Process listener, String address) {
    this.folder = folder;
    this.listener = listener;
    this.address = address;
  }

  /** @param named in the abstract namespace; else a file. Skips the test where there is no Python */
  public static UnixDatagrams listen(boolean named) throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python), "python3 is not installed");
    // The path of a socket has 107 bytes at most; those of test folders may be longer.
    Path folder = Files.createTempDirectory("sd");
    String address = named ? "@iris-test-" + folder.getFileName() : folder.resolve("notify").toString();
    Process process = new ProcessBuilder(python.toString(), "-c", LISTENER, address).redirectErrorStream(true).start();
    UnixDatagrams made = new UnixDatagrams(folder, process, address);
    Thread.ofVirtual().start(made::read);
    if (!"listening".equals(made.next())) throw new IOException("nobody listens at " + address);
    return made;
  }

  private void read() {
    try (BufferedReader in = listener.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = in.readLine()) != null; ) heard.add(line);
    } catch (IOException ended) {
      heard.add("ended");
    }
  }

  /** As NOTIFY_SOCKET names it. */
  public String address() {
    return address;
  }

  public void forget() {
    heard.clear();
  }

  /** The next datagram, its lines parted by bars; null after {@code millis} without one. */
  public String next(long millis) throws InterruptedException {
    return heard.poll(millis, TimeUnit.MILLISECONDS);
  }

  public String next() throws InterruptedException {
    return next(60_000);
  }

  @Override
  public void close() throws IOException {
    listener.destroyForcibly();
    Files.deleteIfExists(folder.resolve("notify"));
    Files.deleteIfExists(folder);
  }
}
