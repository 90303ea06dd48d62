package iris.relay.hook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a command says, as far as it is there: never waited for, since what a command leaves behind may hold its output
 * open for ever. The begin is kept, the rest read and dropped, so that it does not wait for us either.
 */
final class Hearing {
  private static final int KEPT = 4_096;

  private final InputStream from;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final byte[] some = new byte[8_192];
  private final long start = System.nanoTime();
  private final long most;

  Hearing(InputStream from, Duration most) {
    this.from = from;
    this.most = most.toNanos();
  }

  /** Its time is up. */
  boolean over() {
    return System.nanoTime() - start >= most;
  }

  /** Who says more than can be heard is heard until his time is up. */
  void hear() {
    try {
      for (int there; (there = from.available()) > 0 && !over(); ) {
        int n = from.read(some, 0, Math.min(there, some.length));
        if (n < 0) return;
        kept.write(some, 0, Math.min(n, KEPT - kept.size()));
      }
    } catch (IOException closedItself) {
      // It may close its output and go on: nothing more is heard of it, its exit code still counts.
      return;
    }
  }

  String said() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
