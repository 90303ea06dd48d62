package iris.fallback;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The end of what somebody says, read to the last byte though little of it is kept: a full pipe would stop the speaker. */
final class Tail {
  private static final int KEPT = 16_384;

  private final byte[] ring = new byte[KEPT];
  private long said;
  private final Thread thread;

  private Tail(InputStream in) {
    thread = Thread.ofVirtual().name("fallback output").start(() -> read(in));
  }

  static Tail of(InputStream in) {
    return new Tail(in);
  }

  private void read(InputStream in) {
    byte[] some = new byte[8_192];
    try (in) {
      for (int n; (n = in.read(some)) >= 0; ) add(some, n);
    } catch (IOException ended) {
      // It was ended: what it said until then is what there is.
      System.getLogger(Tail.class.getName()).log(System.Logger.Level.DEBUG, "output ended", ended);
    }
  }

  private synchronized void add(byte[] some, int n) {
    for (int i = Math.max(0, n - KEPT); i < n; i++) ring[(int) ((said + i) % KEPT)] = some[i];
    said += n;
  }

  /** Waits until everything was said, at most so long: a child that was left running may hold the pipe for ever. */
  void await(Duration patience) throws InterruptedException {
    thread.join(patience);
  }

  /** From a line's beginning on, where something before it is lost. */
  synchronized String text() {
    int n = (int) Math.min(said, KEPT);
    byte[] last = new byte[n];
    for (int i = 0; i < n; i++) last[i] = ring[(int) ((said - n + i) % KEPT)];
    String text = new String(last, StandardCharsets.UTF_8);
    int line = text.indexOf('\n');
    return said > KEPT && line >= 0 ? text.substring(line + 1) : text;
  }
}
