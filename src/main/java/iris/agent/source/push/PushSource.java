package iris.agent.source.push;

import iris.agent.AgentConfig;
import iris.agent.Evidence;
import iris.agent.Source;
import iris.agent.SourceSpec;
import iris.agent.source.Count;
import iris.agent.source.Ending;
import iris.agent.source.Fault;
import iris.signal.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Takes events on 127.0.0.1 and nowhere else: HTTP, and UDP on the same port. It cannot go back, so it gives no mark:
 * what it took and had not handed over when the agent was killed, a fifth of a second at most, is gone. A port that is
 * taken is told and tried again.
 */
public final class PushSource implements Source {
  private static final System.Logger LOG = System.getLogger(PushSource.class.getName());
  private static final Duration HAND_OVER = Duration.ofMillis(200);
  private static final int TRY_AGAIN = 25;
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 64;
  private static final int THREADS = 12;
  private static final int IDLE_MILLIS = 15_000;

  private final SourceSpec.Push spec;
  private final String service;
  private final InstantSource clock;
  private final Events events;
  private final Intake intake;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile int port;
  private @Nullable Server server;
  private @Nullable UdpDoor datagrams;
  private @Nullable Reason told;

  /**
   * @param served the service that measures itself
   * @param period of the windows
   */
  public PushSource(SourceSpec.Push spec, AgentConfig.Served served, Duration period, InstantSource clock) {
    this.spec = spec;
    this.service = served.service().id();
    this.clock = clock;
    this.events = new Events(served.service());
    this.intake = new Intake(new Count(service, spec.id(), period, served.thresholds().p95(), spec.external(),
        new Fault(served.service(), spec.party(), spec.external())));
  }

  /** The port that it listens on; 0 while it does not. */
  public int port() {
    return port;
  }

  @Override
  public void start(Consumer<Evidence> sink) {
    thread = Thread.ofVirtual().name("push " + service + "/" + spec.id()).start(() -> run(sink));
  }

  private void run(Consumer<Evidence> sink) {
    try {
      for (int turn = 0; ; turn++) {
        if (port == 0 && turn % TRY_AGAIN == 0) open(sink);
        if (closed.await(HAND_OVER.toMillis(), TimeUnit.MILLISECONDS)) break;
        intake.hand().ifPresent(sink);
      }
    } catch (InterruptedException stranger) {
      LOG.log(System.Logger.Level.ERROR, "interrupted by a stranger: the door " + spec.id() + " is shut", stranger);
    } finally {
      shut();
      intake.hand().ifPresent(sink);
    }
  }

  private void open(Consumer<Evidence> sink) {
    try {
      InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
      server = server(loopback.getHostAddress());
      server.start();
      int bound = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      datagrams = new UdpDoor(loopback, bound, events, intake, clock);
      port = bound;
      tell(sink, true, Reason.of("agent.push.open", bound));
    } catch (IOException taken) {
      shut();
      tell(sink, false, Reason.of("agent.push.taken", spec.port()));
    } catch (Exception broken) {
      shut();
      LOG.log(System.Logger.Level.ERROR, "the door " + spec.id() + " could not be opened", broken);
      tell(sink, false, Reason.of("agent.push.internal", service, broken.getClass().getSimpleName()));
    }
  }

  private Server server(String host) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("push " + service);
    threads.setDaemon(true);
    Server made = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(8_192);
    ServerConnector connector = new ServerConnector(made, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(spec.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    made.addConnector(connector);
    made.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    made.setHandler(new HttpDoor(events, intake, clock));
    made.setStopTimeout(1_000);
    return made;
  }

  private void tell(Consumer<Evidence> sink, boolean well, Reason why) {
    if (why.equals(told)) return;
    told = why;
    sink.accept(new Evidence.Condition(service, spec.id(), well, why));
  }

  private void shut() {
    port = 0;
    if (datagrams != null) datagrams.close();
    datagrams = null;
    if (server == null) return;
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "while shutting the door " + spec.id(), e);
    }
    server = null;
  }

  @Override
  public void close() {
    closed.countDown();
    Ending.await(thread, CLOSING, LOG, "still open: " + spec.id());
  }
}
