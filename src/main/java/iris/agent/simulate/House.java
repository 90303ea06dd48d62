package iris.agent.simulate;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One server with many doors, one client and one clock that wakes: several simulated services can share it. */
public final class House implements AutoCloseable {
  private static final int THREADS = 200;

  private final Map<Connector, Answerer> answerers = new ConcurrentHashMap<>();
  private final Server server = new Server(pool());
  private final ScheduledThreadPoolExecutor bell =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("siv").factory());
  private final HttpClient client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).proxy(ProxySelector.of(null)).executor(threads()).build();

  private House() {
    server.setHandler(new Porter(answerers));
    // What would be rung after the end is not wanted any more.
    bell.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  public static House open() {
    House house = new House();
    try {
      house.server.start();
      return house;
    } catch (Exception e) {
      // Jetty declares the widest of all; without a door nothing of it has anything to do with the user's input.
      throw new IllegalStateException("the simulator's server does not start", e);
    }
  }

  private static QueuedThreadPool pool() {
    QueuedThreadPool pool = new QueuedThreadPool(THREADS, 4);
    pool.setName("siv");
    pool.setDaemon(true);
    return pool;
  }

  private static Executor threads() {
    return task -> Thread.ofVirtual().start(task);
  }

  ScheduledExecutorService bell() {
    return bell;
  }

  HttpClient client() {
    return client;
  }

  /** Completed after {@code wait}. */
  CompletableFuture<Void> after(Duration wait) {
    CompletableFuture<Void> later = new CompletableFuture<>();
    bell.schedule(() -> threads().execute(() -> later.complete(null)), wait.toNanos(), TimeUnit.NANOSECONDS);
    return later;
  }

  /** A door that is not open yet. @param port 0 for any */
  Door door(String host, int port, Optional<SslContextFactory.Server> tls, Answerer answerer) {
    HttpConfiguration plain = new HttpConfiguration();
    plain.setSendServerVersion(false);
    HttpConnectionFactory http = new HttpConnectionFactory(plain);
    ConnectionFactory[] spoken = tls.map(t -> AbstractConnectionFactory.getFactories(t, http))
        .orElseGet(() -> new ConnectionFactory[] {http});
    // No thread of its own for accepting: most doors of a demonstration are seldom knocked at.
    ServerConnector connector = new ServerConnector(server, 0, 1, spoken);
    connector.setHost(host);
    connector.setPort(port);
    answerers.put(connector, answerer);
    server.addConnector(connector);
    return new Door(connector, tls.isPresent(), () -> {
      server.removeConnector(connector);
      answerers.remove(connector);
    });
  }

  @Override
  public void close() {
    bell.shutdownNow();
    client.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      // Its threads are daemons: they go with the process.
      System.getLogger(House.class.getName()).log(System.Logger.Level.WARNING, "not ended well", e);
    }
  }
}
