package iris.agent.source.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a command says: the first of it is kept, the rest is taken off its hands, or it would wait for us for ever. */
final class Heard {
  /** What Nagios keeps of a plugin's output, twice. */
  static final int KEPT = 16 << 10;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread thread;

  private Heard(InputStream in, Leftovers leftovers) {
    leftovers.opened();
    // A platform thread: reading a pipe holds on to its carrier.
    thread = Thread.ofPlatform().daemon().name("plugin output").start(() -> {
      try (in) {
        drain(in);
      } catch (IOException ended) {
        // Killed, the pipe may end like this: what was heard until then is kept.
        return;
      } finally {
        leftovers.closed();
      }
    });
  }

  static Heard from(InputStream in, Leftovers leftovers) {
    return new Heard(in, leftovers);
  }

  private void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    for (int n; (n = in.read(buffer)) >= 0; ) {
      synchronized (kept) {
        kept.write(buffer, 0, Math.min(n, KEPT - kept.size()));
      }
    }
  }

  void join(Duration limit) throws InterruptedException {
    thread.join(limit);
  }

  String text() {
    synchronized (kept) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
