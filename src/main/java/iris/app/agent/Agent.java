package iris.app.agent;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.agent.Front;
import iris.agent.Mark;
import iris.agent.Source;
import iris.agent.SourceSpec;
import iris.agent.Vitals;
import iris.agent.keep.Engine;
import iris.agent.keep.Opening;
import iris.agent.keep.StateFolder;
import iris.agent.keep.Store;
import iris.agent.keep.Wording;
import iris.agent.publish.Publisher;
import iris.agent.source.check.CheckSource;
import iris.agent.source.check.Checks;
import iris.agent.source.log.LogSource;
import iris.agent.source.push.PushSource;
import iris.flow.Cell;
import iris.probe.Probe;
import iris.signal.Reason;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A running agent, in the order in which it starts: what was kept, the documents of it, the engine, the sources. It
 * ends in the reverse order: sources hand over what they hold, the engine commits it, the front shows it.
 */
public final class Agent implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("iris.agent");
  private static final Duration SOURCES_CLOSE = Duration.ofSeconds(6);

  private final Engine engine;
  private final Front front;
  private final List<Source> sources;

  private Agent(Engine engine, Front front, List<Source> sources) {
    this.engine = engine;
    this.front = front;
    this.sources = sources;
  }

  /**
   * Starts an agent; its documents can be read when this returns.
   *
   * @param environment of the program, of which commands of checks get the harmless part
   * @param version as the documents say it
   * @throws CannotStart with nothing left running
   */
  public static Agent open(AgentConfig config, InstantSource clock, Map<String, String> environment, String version)
      throws CannotStart {
    return switch (StateFolder.open(config.state(), clock.instant())) {
      case Opening.Refused(Reason why) -> throw new CannotStart(why);
      case Opening.Opened(Store store, Optional<Reason> damage) -> {
        try {
          List<Source> sources = sources(config, store, clock, environment);
          Engine engine = Engine.open(config, store, damage, new Wording(config), clock);
          yield start(config, engine, sources, clock, version);
        } catch (SQLException e) {
          close(store);
          throw new CannotStart(Reason.of("agent.keep.unusable", config.state(), String.valueOf(e.getMessage())));
        }
      }
    };
  }

  private static Agent start(
      AgentConfig config, Engine engine, List<Source> sources, InstantSource clock, String version)
      throws CannotStart {
    try {
      Front front = Publisher.open(config, engine.shelf(), engine.vitals(), clock, version);
      engine.start(front);
      sources.forEach(source -> source.start(engine::hear));
      return new Agent(engine, front, sources);
    } catch (CannotPublish e) {
      engine.close();
      throw new CannotStart(e.reason());
    }
  }

  private static List<Source> sources(
      AgentConfig config, Store store, InstantSource clock, Map<String, String> environment) throws SQLException {
    Checks checks = new Checks(new Probe(clock), clock, environment);
    List<Source> all = new ArrayList<>();
    for (AgentConfig.Served served : config.services()) {
      Map<String, Mark> marks = store.marks(served.service().id());
      for (SourceSpec spec : served.sources())
        all.add(source(spec, served, config.period(), clock, Optional.ofNullable(marks.get(spec.id())), checks));
    }
    return all;
  }

  private static Source source(SourceSpec spec, AgentConfig.Served served, Duration period, InstantSource clock,
      Optional<Mark> mark, Checks checks) {
    return switch (spec) {
      case SourceSpec.Log log -> new LogSource(log, served, period, clock, mark);
      case SourceSpec.Push push -> new PushSource(push, served, period, clock);
      case SourceSpec.Check check -> new CheckSource(served.service().id(), check, checks);
    };
  }

  /** Where a service's document is read; empty if only files are written. */
  public Optional<URI> address(String service) {
    return front.address(service);
  }

  /** How it does. */
  public Cell<Vitals> vitals() {
    return engine.vitals();
  }

  /** Completed when the engine ended by itself, which is a mistake of ours: the process should be started anew. */
  public CompletableFuture<Void> ended() {
    return engine.ended();
  }

  /** Ends within 10 s, whatever a source does. */
  @Override
  public void close() {
    List<Thread> closing = sources.stream().map(s -> Thread.ofVirtual().start(s::close)).toList();
    long deadline = System.nanoTime() + SOURCES_CLOSE.toNanos();
    try {
      for (Thread thread : closing)
        if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))))
          LOG.log(System.Logger.Level.WARNING, "a source does not end; what it holds is lost");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    engine.close();
    front.close();
  }

  private static void close(Store store) {
    try {
      store.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "the store was not closed well: {0}", e.getMessage());
    }
  }
}
