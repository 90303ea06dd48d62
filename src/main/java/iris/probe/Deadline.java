package iris.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes a socket when its time is over, whatever its owner waits for. */
final class Deadline implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean over;

  Deadline(Socket socket, Duration limit) {
    Thread.ofVirtual().name("deadline").start(() -> {
      try {
        if (done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) return;
        over = true;
        socket.close();
      } catch (InterruptedException | IOException e) {
        over = true;
      }
    });
  }

  boolean over() {
    return over;
  }

  @Override
  public void close() {
    done.countDown();
  }
}
