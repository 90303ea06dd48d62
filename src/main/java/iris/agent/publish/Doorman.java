package iris.agent.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * Gives every visitor an hour to be gone by: a request must be there, and an answer must be taken, in time. The
 * server's own idle limit is renewed by each single byte, and somebody with patience could hold all connections.
 */
final class Doorman implements Connection.Listener {
  /**
   * @param ask from the opening of a connection, or its last answer, to the end of the next request's head
   * @param take least time to take an answer in
   * @param rate bytes a second on top of that
   */
  record Pace(Duration ask, Duration take, int rate) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(15), 4_096);
  }

  private static final long NEVER = Long.MAX_VALUE;

  private final Map<Connection, Long> deadlines = new ConcurrentHashMap<>();
  private final Pace pace;
  private final LongSupplier nanos;
  private final Runnable cut;
  private final long start;

  /** @param cut told of each connection that is cut */
  Doorman(Pace pace, LongSupplier nanos, Runnable cut) {
    this.pace = pace;
    this.nanos = nanos;
    this.cut = cut;
    start = nanos.getAsLong();
  }

  @Override
  public void onOpened(Connection connection) {
    // Of a pair, the one that speaks HTTP inside is watched; its time runs through the handshake too.
    if (!(connection instanceof SslConnection)) deadlines.put(connection, after(pace.ask()));
  }

  @Override
  public void onClosed(Connection connection) {
    deadlines.remove(connection);
  }

  /** An answer of so many bytes is on its way. */
  void answers(Connection connection, long bytes) {
    deadlines.replace(connection, after(pace.take().plusMillis(bytes * 1_000 / pace.rate())));
  }

  /** An event stream: it has its own limit. */
  void streams(Connection connection) {
    deadlines.replace(connection, NEVER);
  }

  /** The answer is over, the next request may come. */
  void waits(Connection connection) {
    deadlines.replace(connection, after(pace.ask()));
  }

  int present() {
    return deadlines.size();
  }

  private long after(Duration d) {
    return nanos.getAsLong() - start + d.toNanos();
  }

  /** Cuts who is over his time. */
  void round() {
    long now = nanos.getAsLong() - start;
    deadlines.forEach((connection, deadline) -> {
      if (deadline >= now || !deadlines.remove(connection, deadline)) return;
      cut.run();
      connection.getEndPoint().close(new IOException("too slow"));
    });
  }
}
