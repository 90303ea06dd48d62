package iris.relay.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;

/** A server that dies while things happen, told by the relay as it is in production: outbox, post and courier. */
public final class Death {
  private Death() {}

  /**
   * An outage; the server is killed; recovery, outage and recovery; it comes back.
   *
   * @param told what the server has by now of begins and ends, as {@code begin} and {@code end}
   * @param up waits until the server is up again
   */
  public static void of(Daemon server, Room room, Callable<List<String>> told, Callable<?> up) throws Exception {
    room.outage();
    // Acknowledged too: what a server that dies has taken and not acknowledged is told it again, and rightly so.
    Await.until(() -> told.call().equals(List.of("begin")) && room.relay().standing().getFirst().queued() == 0,
        () -> "no outage: " + said(told) + server.said());
    server.kill();
    room.recovery();
    Await.until(() -> room.relay().standing().getFirst().queued() > 0, () -> "nothing waits");
    room.outage();
    room.recovery();
    server.again();
    up.call();
    Await.until(() -> told.call().size() >= 4, () -> "lost: " + said(told) + room.relay().standing());
    Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> "it waits: " + room.relay().standing());
    assertEquals(List.of("begin", "end", "begin", "end"), told.call());
  }

  private static String said(Callable<List<String>> told) {
    try {
      return told.call().toString();
    } catch (Exception e) {
      return e.toString();
    }
  }
}
