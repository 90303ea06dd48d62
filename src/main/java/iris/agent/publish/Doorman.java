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

  /** Until when, and for what. */
  private record Term(long end, boolean answering) {}

  private static final Term NEVER = new Term(Long.MAX_VALUE, true);

  private final Map<Connection, Term> terms = new ConcurrentHashMap<>();
  private final Pace pace;
  private final LongSupplier nanos;
  private final Counter counter;
  private final long start;

  Doorman(Pace pace, LongSupplier nanos, Counter counter) {
    this.pace = pace;
    this.nanos = nanos;
    this.counter = counter;
    start = nanos.getAsLong();
  }

  @Override
  public void onOpened(Connection connection) {
    // Of a pair, the one that speaks HTTP inside is watched; its time runs through the handshake too.
    if (!(connection instanceof SslConnection)) terms.put(connection, after(pace.ask(), false));
  }

  @Override
  public void onClosed(Connection connection) {
    terms.remove(connection);
  }

  /** An answer of so many bytes is on its way. */
  void answers(Connection connection, long bytes) {
    terms.replace(connection, after(pace.take().plusMillis(bytes * 1_000 / pace.rate()), true));
  }

  /** An event stream: it has its own limit. */
  void streams(Connection connection) {
    terms.replace(connection, NEVER);
  }

  /** The answer is over, the next request may come. */
  void waits(Connection connection) {
    terms.replace(connection, after(pace.ask(), false));
  }

  int present() {
    return terms.size();
  }

  private Term after(Duration d, boolean answering) {
    return new Term(nanos.getAsLong() - start + d.toNanos(), answering);
  }

  /** Cuts who is over his time. */
  void round() {
    long now = nanos.getAsLong() - start;
    terms.forEach((connection, term) -> {
      if (term.end() >= now || !terms.remove(connection, term)) return;
      counter.cut(term.answering());
      connection.getEndPoint().close(new IOException("too slow"));
    });
  }
}
