package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.agent.Published;
import iris.agent.Vitals;
import iris.flow.Cell;
import iris.signal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty around a {@link Desk}: bounded in connections, headers, and the time that anybody may take. */
final class FeedServer implements AutoCloseable {
  private static final int IDLE_MS = 30_000;
  private static final int HEADERS = 8_192;

  private final AgentConfig.Listen listen;
  private final InstantSource clock;
  private final Server server;
  private final ServerConnector connector;
  private final Optional<Certificates> certificates;
  private final Counter counter = new Counter();
  private final Doorman doorman;
  private final EventHub hub;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("publish-rounds").factory());

  /** Binds the port, so that documents can name it; nobody is answered yet. */
  FeedServer(AgentConfig config, Map<String, Press> presses, Cell<Vitals> vitals, InstantSource clock,
      Supplier<List<Reason>> trouble, Doorman.Pace pace) throws CannotPublish {
    this.clock = clock;
    listen = config.publication().listen().orElseThrow();
    certificates = listen.tls().isPresent() ? Optional.of(new Certificates(listen.tls().get())) : Optional.empty();
    doorman = new Doorman(pace, System::nanoTime, counter);
    int connections = config.publication().connections();
    // Streams stay; there must be room for who asks for a document.
    hub = new EventHub(Math.max(1, connections * 3 / 4));
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("publish-http");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = connector(connections);
    Supplier<Health> health = () -> Health.of(vitals.get(), trouble.get(), clock.instant());
    Desk desk = new Desk(config, presses, health, counter, hub::size, doorman::present);
    server.setHandler(new FeedHandler(desk, hub, doorman, counter, clock));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(2_000);
    bind();
  }

  private ServerConnector connector(int connections) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    http.setIdleTimeout(IDLE_MS);
    // Jetty's cache takes a field for one that it saw on this connection, letters large or small: a token with another
    // letter was the right token then.
    http.setHeaderCacheCaseSensitive(true);
    http.setHeaderCacheSize(0);
    // A body has no business here: what comes of one is not waited for.
    http.setMaxUnconsumedRequestContentReads(1);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector made;
    if (certificates.isPresent()) {
      http.addCustomizer(new SecureRequestCustomizer(false));
      made = new ServerConnector(server, 1, 1,
          new SslConnectionFactory(certificates.get().factory(), plain.getProtocol()), plain);
    } else {
      made = new ServerConnector(server, 1, 1, plain);
    }
    made.setHost(listen.host());
    made.setPort(listen.port());
    made.setIdleTimeout(IDLE_MS);
    made.setShutdownIdleTimeout(500);
    made.addBean(doorman);
    server.addConnector(made);
    server.addBean(new NetworkConnectionLimit(connections, made));
    return made;
  }

  private void bind() throws CannotPublish {
    try {
      connector.open();
    } catch (IOException e) {
      throw new CannotPublish(Reason.of("agent.feed.port", listen.host(), listen.port()));
    }
  }

  /** From now on everybody is answered. */
  void start() throws CannotPublish {
    try {
      server.start();
    } catch (Exception e) {
      // Jetty's start declares no less.
      throw new CannotPublish(Reason.of("agent.feed.server", String.valueOf(e.getMessage())));
    }
    rounds.scheduleAtFixedRate(doorman::round, 1, 1, TimeUnit.SECONDS);
    rounds.scheduleAtFixedRate(hub::beat, 15, 15, TimeUnit.SECONDS);
    certificates.ifPresent(c -> rounds.scheduleAtFixedRate(c::refresh, 10, 10, TimeUnit.SECONDS));
  }

  /** As this machine is known outside, unless it listens on one address only; ends in a slash. */
  URI base() {
    InetAddress at = address();
    if (!at.isAnyLocalAddress()) return base(at.getHostAddress());
    try {
      return base(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException nameless) {
      return local();
    }
  }

  /** As a program on this machine reaches it; ends in a slash. */
  URI local() {
    InetAddress at = address();
    return base((at.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : at).getHostAddress());
  }

  private InetAddress address() {
    try {
      return ((InetSocketAddress) ((ServerSocketChannel) connector.getTransport()).getLocalAddress()).getAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI base(String host) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    String scheme = certificates.isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + name + ":" + connector.getLocalPort() + "/");
  }

  /** The documents of these are in place. */
  void announce(Collection<Published> news) {
    counter.published(news);
    hub.announce(List.copyOf(news));
  }

  List<Reason> trouble() {
    return certificates.flatMap(c -> c.trouble(clock.instant())).stream().toList();
  }

  /** For tests, which do not wait for the rounds. */
  Optional<Certificates> certificates() {
    return certificates;
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    hub.close();
    try {
      server.stop();
    } catch (Exception e) {
      // Jetty's stop declares no less; the port is closed first, and the process ends anyway.
      System.getLogger(FeedServer.class.getName()).log(System.Logger.Level.WARNING, "the server did not stop well", e);
    }
    connector.close();
  }
}
