package iris.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that takes no password, and repeats each that it was told. */
public final class ParrotMail implements AutoCloseable {
  private final Door door;
  private final CountDownLatch told = new CountDownLatch(1);

  public ParrotMail() {
    door = new Door("parrot mail", this::serve);
  }

  public int port() {
    return door.port();
  }

  /** Until it was told a password, for at most two minutes. */
  public void awaitPassword() throws InterruptedException {
    if (!told.await(2, TimeUnit.MINUTES)) throw new AssertionError("nobody said a password");
  }

  private void serve(Socket line) {
    try (line) {
      BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
      say(line, "220 parrot.example ESMTP");
      for (String said; (said = in.readLine()) != null; ) {
        if (said.startsWith("EHLO")) say(line, "250-parrot.example\r\n250 AUTH PLAIN");
        else say(line, "535 5.7.8 you said " + said);
        if (said.startsWith("AUTH PLAIN ")) told.countDown();
      }
    } catch (IOException left) {
      // Whoever was refused goes.
      return;
    }
  }

  private static void say(Socket line, String words) throws IOException {
    OutputStream out = line.getOutputStream();
    out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    door.close();
  }
}
