package iris.app;

import iris.agent.AgentConfig;
import iris.agent.Vitals;
import iris.app.agent.Agent;
import iris.app.agent.CannotStart;
import iris.app.service.Systemd;
import iris.settings.agent.AgentReading;
import java.net.URI;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code iris agent}: runs until the process is told to end. A changed file is taken over by starting anew in the same
 * process, which takes a moment and loses nothing; one with errors is not taken.
 */
final class AgentRunning {
  private static final Duration LOOK = Duration.ofSeconds(1);
  /** An engine that says nothing new of itself for so long hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Order.Common common;
  private final Terminal terminal;
  private final CountDownLatch over = new CountDownLatch(1);
  private final FileLook look;
  /** What the engine last said of itself, and when that was new. */
  private volatile @Nullable Vitals vitals;
  private volatile long turned = System.nanoTime();

  private AgentRunning(Order.Common common, Terminal terminal) {
    this.common = common;
    this.terminal = terminal;
    look = new FileLook(AgentFile.path(common));
  }

  static int run(Order.Agent order, Terminal terminal) throws InterruptedException {
    return switch (AgentFile.read(order.common())) {
      case AgentReading.Bad(var problems) -> CheckConfig.refuse(problems, terminal);
      case AgentReading.Good(AgentConfig config) -> {
        // The log of a service is read by the journal of the system, not in a folder of the console.
        System.setProperty("java.util.logging.config.class", AgentLogs.class.getName());
        // Java keeps a name's address for 30 s and its absence for 10: a check would see neither die nor come back.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
        AgentRunning running = new AgentRunning(order.common(), terminal);
        try (Farewell _ = new Farewell(running.over::countDown);
            Systemd systemd = new Systemd(System.getenv(), running::turns, running::line)) {
          yield running.serve(config, systemd);
        }
      }
    };
  }

  private int serve(AgentConfig first, Systemd systemd) throws InterruptedException {
    AgentConfig config = first;
    Optional<AgentConfig> before = Optional.empty();
    while (true) {
      try (Agent agent = Agent.open(config, Instant::now, System.getenv(), Version.NUMBER)) {
        introduce(config, agent);
        systemd.ready();
        Optional<AgentConfig> next = stand(config, agent);
        if (next.isEmpty()) return ended(agent);
        before = Optional.of(config);
        config = next.get();
        note("app.agent.reconfigured");
      } catch (CannotStart e) {
        terminal.complain(e.reason());
        if (before.isEmpty()) return Main.MISUSED;
        config = before.get();
        before = Optional.empty();
        note("app.agent.config-before");
      }
    }
  }

  private void introduce(AgentConfig config, Agent agent) {
    for (AgentConfig.Served served : config.services()) {
      String id = served.service().id();
      Optional<URI> address = agent.address(id);
      address.ifPresent(at -> published(served, at));
      config.publication().files().ifPresent(folder -> published(served, folder.resolve(id + ".xml")));
    }
    terminal.say(terminal.words().say("app.agent.running", config.id(), config.state()));
  }

  private void published(AgentConfig.Served served, Object where) {
    terminal.say(terminal.words().say("app.agent.published", served.service().name(), where));
  }

  /** Until the process is to end, or another configuration is to be taken. */
  private Optional<AgentConfig> stand(AgentConfig config, Agent agent) throws InterruptedException {
    Chronicle chronicle = new Chronicle(terminal.in(config.zone()));
    while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      Vitals now = agent.vitals().get();
      if (now != vitals) turned = System.nanoTime();
      vitals = now;
      chronicle.look(now);
      if (agent.ended().isDone()) return Optional.empty();
      if (!look.changed()) continue;
      switch (AgentFile.read(common)) {
        case AgentReading.Good(AgentConfig changed) when changed.equals(config) -> { }
        case AgentReading.Good(AgentConfig changed) -> {
          return Optional.of(changed);
        }
        case AgentReading.Bad(var problems) -> {
          CheckConfig.refuse(problems, terminal);
          note("app.agent.config-kept");
        }
      }
    }
    return Optional.empty();
  }

  private boolean turns() {
    return System.nanoTime() - turned < PATIENCE.toNanos();
  }

  private String line() {
    Vitals now = vitals;
    if (now == null) return terminal.words().say("app.agent.line-starting");
    List<Vitals.OfSource> sources = now.services().stream().flatMap(s -> s.sources().stream()).toList();
    return terminal.words().say("app.agent.line", now.services().size(),
        sources.stream().filter(Vitals.OfSource::well).count(), sources.size());
  }

  private int ended(Agent agent) {
    if (over.getCount() == 0) {
      note("app.agent.ending");
      return 0;
    }
    note("app.agent.engine-ended");
    return agent.ended().isDone() ? Main.FAILED : 0;
  }

  private void note(String key) {
    terminal.err().println(terminal.words().say(key));
  }
}
