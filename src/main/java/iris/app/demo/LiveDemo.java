package iris.app.demo;

import iris.agent.AgentConfig;
import iris.agent.AgentConfig.Served;
import iris.agent.simulate.House;
import iris.agent.simulate.Siv;
import iris.app.agent.Agent;
import iris.app.agent.CannotStart;
import iris.app.running.Running;
import iris.fallback.Plan;
import iris.feed.SourceConfig;
import iris.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Simulated services, a real agent that watches them, and its feeds on this machine's loopback: all that a
 * demonstration needs but the console. The day before it is drawn; counted and judged it was by the agent.
 */
public final class LiveDemo implements AutoCloseable {
  private static final String VERSION = "demo";

  private final Running running = new Running();
  private final ScheduledExecutorService bell =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo").factory());
  private final Map<String, Siv> services = new LinkedHashMap<>();
  private final List<SourceConfig> sources = new ArrayList<>();
  private URI front;
  private Optional<Router> router = Optional.empty();

  /** A scene on this machine's clock, another day each day. */
  public static LiveDemo play(Scene scene, int speed, Words words, Runnable published) throws IOException {
    Instant now = Instant.now();
    return new LiveDemo(scene, Tempo.of(scene, now, speed), now.getEpochSecond() / 86_400, words, Instant::now, published);
  }

  /**
   * Starts everything; the feeds answer when this returns.
   *
   * @param words the feeds' language, and that of what the services answer
   * @param published called a moment after each publication; must not block
   * @throws IOException if no port, no folder or no store can be had
   */
  public LiveDemo(Scene scene, Tempo tempo, long seed, Words words, InstantSource clock, Runnable published)
      throws IOException {
    keep(bell::shutdownNow);
    List<Role> cast = Role.of(scene);
    List<Trouble> troubles = Plot.of(scene, cast, tempo);
    try {
      Scratch scratch = keep(new Scratch());
      List<Served> served = serve(cast, tempo, scratch.folder(), words, clock);
      AgentConfig config = Stage.agent(
          tempo.period(), words.lang(), ZoneId.systemDefault(), scratch.folder().resolve("agent"), served);
      Agent agent = watch(config, cast, tempo, troubles, seed, clock, published);
      front = agent.address(cast.getFirst().service().id()).orElseThrow().resolve("/");
      if (scene == Scene.FALLBACK) router = Optional.of(keep(new Router()));
      for (Role role : cast) sources.add(source(scene, tempo, role, agent, clock));
      troubles.stream().filter(t -> t.until().isAfter(clock.instant())).forEach(t -> happen(t, clock));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The simulated services, and how the agent is to watch them. */
  private List<Served> serve(List<Role> cast, Tempo tempo, Path folder, Words words, InstantSource clock)
      throws IOException {
    House house = keep(House.open());
    List<Served> served = new ArrayList<>();
    for (Role role : cast) {
      Path log = folder.resolve(role.service().id() + ".log");
      Siv siv = keep(new Siv(Stage.plan(role, log, tempo), house, clock, words, _ -> {}));
      services.put(role.service().id(), siv);
      served.add(Stage.served(role, log, siv));
    }
    return served;
  }

  /** The agent, with a store as if it had run since yesterday. */
  private Agent watch(AgentConfig config, List<Role> cast, Tempo tempo, List<Trouble> troubles, long seed,
      InstantSource clock, Runnable published) throws IOException {
    try {
      Yesterday.sow(config, cast, tempo, troubles, seed);
      Agent agent = keep(Agent.open(config, clock, Map.of(), VERSION));
      keep(new Doorbell(agent.vitals(), bell, published));
      return agent;
    } catch (CannotStart e) {
      throw new IOException(e);
    }
  }

  private SourceConfig source(Scene scene, Tempo tempo, Role role, Agent agent, InstantSource clock)
      throws IOException {
    String id = role.service().id();
    URI feed = agent.address(id).orElseThrow();
    boolean spoiled = id.equals(Role.SIV) && (scene == Scene.GARBLED || scene == Scene.SILENT);
    URI read = spoiled ? keep(new Spoiler(feed, clock, at -> Plot.damage(scene, tempo, at))).uri() : feed;
    return SourceConfig.of(id, role.service().name(), read).every(SourceConfig.LEAST);
  }

  private void happen(Trouble trouble, InstantSource clock) {
    Duration wait = Duration.between(clock.instant(), trouble.since());
    Duration lasting = Duration.between(trouble.since(), trouble.until());
    Siv siv = Objects.requireNonNull(services.get(trouble.service()));
    bell.schedule(() -> siv.inject(trouble.fault(), Optional.of(lasting), 1), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The feeds as a console would be configured for them. */
  public List<SourceConfig> sources() {
    return List.copyOf(sources);
  }

  /** What a console checks by itself, by feed: the provider's door, which lives while what is behind it does not. */
  public Map<String, URI> doors() {
    Map<String, URI> doors = new LinkedHashMap<>();
    services.forEach((id, siv) -> doors.put(id, siv.front().resolve("health")));
    return doors;
  }

  /** A page on the same line as all of it that no scene ever harms. */
  public URI neutral() {
    return front;
  }

  /** The plans of fallbacks as a console would be configured with them, in the words of its operators. */
  public List<Plan> plans(Words in) {
    return router.map(r -> List.of(r.plan(in))).orElse(List.of());
  }

  private <T extends AutoCloseable> T keep(T part) {
    return running.keep(part);
  }

  @Override
  public void close() {
    running.close();
  }
}
