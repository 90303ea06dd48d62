package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.agent.Front;
import iris.agent.Published;
import iris.agent.Shelf;
import iris.agent.Vitals;
import iris.flow.Cell;
import iris.signal.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The front of the agent: one thread keeps the newest document of each service, the server and the folder of files
 * show it. A document is written again at each publication and at each beat.
 */
public final class Publisher implements Front {
  private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

  private final AgentConfig config;
  private final Cell<Vitals> vitals;
  private final InstantSource clock;
  private final Map<String, Press> presses = new LinkedHashMap<>();
  private final Optional<FeedServer> server;
  private final Optional<FileFront> files;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("publish").factory());
  private volatile Optional<Reason> failure = Optional.empty();

  /**
   * Opens what is configured: the server answers and the files are written when this returns.
   *
   * @param vitals of the engine; while they are old, the documents' heartbeat stands still
   * @param version of the program, as documents say it
   */
  public static Publisher open(
      AgentConfig config, Shelf shelf, Cell<Vitals> vitals, InstantSource clock, String version) throws CannotPublish {
    return open(config, shelf, vitals, clock, version, Doorman.Pace.USUAL);
  }

  static Publisher open(AgentConfig config, Shelf shelf, Cell<Vitals> vitals, InstantSource clock, String version,
      Doorman.Pace pace) throws CannotPublish {
    Publisher publisher = new Publisher(config, shelf, vitals, clock, version, pace);
    try {
      publisher.start();
      return publisher;
    } catch (CannotPublish | RuntimeException e) {
      publisher.close();
      throw e;
    }
  }

  private Publisher(AgentConfig config, Shelf shelf, Cell<Vitals> vitals, InstantSource clock, String version,
      Doorman.Pace pace) throws CannotPublish {
    this.config = config;
    this.vitals = vitals;
    this.clock = clock;
    server = config.publication().listen().isPresent()
        ? Optional.of(new FeedServer(config, presses, vitals, clock, this::trouble, pace))
        : Optional.empty();
    Addresses addresses = new Addresses(config.publication().base().or(() -> server.map(FeedServer::base)));
    for (AgentConfig.Served served : config.services()) {
      Documents documents =
          new Documents(config, served.service(), version, vitals.get().started(), addresses);
      presses.put(served.service().id(), new Press(config, served.service(), documents, shelf));
    }
    files = config.publication().files().map(folder -> new FileFront(folder, presses.values(), clock));
  }

  private void start() throws CannotPublish {
    Instant now = clock.instant();
    // Each is made of its own items only; a start with many services waits for the slowest core, not for one.
    presses.values().parallelStream().forEach(press -> press.load(now, built(now)));
    if (server.isPresent()) server.get().start();
    files.ifPresent(FileFront::start);
    long beat = beat().toMillis();
    thread.scheduleAtFixedRate(() -> print(List.of()), beat, beat, TimeUnit.MILLISECONDS);
  }

  /** A fifth of the period, a second to a minute. */
  private Duration beat() {
    long millis = config.period().toMillis() / 5;
    return Duration.ofMillis(Math.clamp(millis, 1_000, 60_000));
  }

  @Override
  public void published(List<Published> news) {
    List<Published> copy = List.copyOf(news);
    try {
      thread.execute(() -> print(copy));
    } catch (RejectedExecutionException closed) {
      LOG.log(System.Logger.Level.DEBUG, "published after the end: {0}", copy.size());
    }
  }

  private void print(List<Published> news) {
    try {
      Instant now = clock.instant();
      Map<String, List<Published>> byService = news.stream().collect(Collectors.groupingBy(Published::service));
      for (Press press : presses.values()) press.take(byService.getOrDefault(press.service().id(), List.of()));
      Optional<Reason> failed = Optional.empty();
      for (Press press : presses.values()) {
        Optional<Reason> why = tried(() -> press.print(now, built(now)));
        if (why.isPresent()) failed = why;
      }
      // The documents stand before anybody is told of them.
      server.ifPresent(s -> s.announce(news));
      files.ifPresent(FileFront::nudge);
      for (Press press : presses.values()) press.look(now);
      failure = failed;
    } catch (RuntimeException | Error e) {
      // The thread must go on: what could not be written now is written at the next beat.
      failure = Optional.of(trouble(e));
    }
  }

  /** One service's document that cannot be made must not keep the others from being made. */
  private static Optional<Reason> tried(Runnable printing) {
    try {
      printing.run();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      return Optional.of(trouble(e));
    }
  }

  private static Reason trouble(Throwable e) {
    LOG.log(System.Logger.Level.ERROR, "a document could not be made", e);
    return Reason.of("agent.feed.trouble.document", String.valueOf(e.getMessage()));
  }

  /** A document that is written again by a server whose engine stands still would be a false calm. */
  private Instant built(Instant now) {
    Instant alive = vitals.get().at();
    return alive.isBefore(now.minus(Health.PATIENCE)) ? alive : now;
  }

  Optional<FeedServer> server() {
    return server;
  }

  /** Waits until what was published so far stands. */
  void settle() throws InterruptedException, ExecutionException {
    thread.submit(() -> print(List.of())).get();
    if (files.isPresent()) files.get().settle();
  }

  @Override
  public Optional<URI> address(String service) {
    return server.map(s -> new Addresses(Optional.of(s.local())).current(service));
  }

  @Override
  public List<Reason> trouble() {
    List<Reason> all = new ArrayList<>();
    failure.ifPresent(all::add);
    server.ifPresent(s -> all.addAll(s.trouble()));
    files.ifPresent(f -> all.addAll(f.trouble()));
    return all;
  }

  @Override
  public void close() {
    Ending.of(thread);
    server.ifPresent(FeedServer::close);
    files.ifPresent(FileFront::close);
  }
}
