package iris.app;

import iris.settings.ConfigFiles;
import iris.settings.Places;
import iris.settings.agent.AgentExample;
import java.io.IOException;
import java.nio.file.Path;

/** Each order to the piece of {@code app} that carries it out; the answer is the exit code. */
final class Commands {
  private Commands() {}

  static int run(Order order, Terminal terminal) throws Misuse, InterruptedException, IOException {
    return switch (order) {
      case Order.Version() -> {
        terminal.say("IRIS " + Version.NUMBER);
        yield 0;
      }
      case Order.Help(Order.Help.Topic topic) -> {
        terminal.say(Manual.page(topic, terminal.words()));
        yield 0;
      }
      case Order.ExampleConfig e -> {
        terminal.say(ExampleConfig.text(terminal.words()));
        yield 0;
      }
      case Order.CheckConfig(Order.Common common) -> CheckConfig.run(files(common), terminal);
      case Order.Console console -> Watching.console(console, terminal);
      case Order.Demo demo -> Watching.demo(demo, terminal);
      case Order.Replay replay -> Replaying.run(replay, terminal);
      case Order.Snapshot snapshot -> Snapshot.run(snapshot, terminal);
      case Order.Simulate simulate -> Simulating.run(simulate, terminal);
      case Order.Disturb disturb -> Disturbing.run(disturb, terminal);
      case Order.Agent agent -> AgentRunning.run(agent, terminal);
      case Order.AgentCheck(Order.Common common) -> AgentFile.check(common, terminal);
      case Order.AgentExample() -> {
        terminal.say(AgentExample.text(terminal.words().lang()));
        yield 0;
      }
      case Order.AgentStatus status -> AgentStatus.run(status, terminal);
      case Order.Announce announce -> Announcing.run(announce, terminal);
      case Order.Relay relay -> relay.dryRun() ? DryRun.run(relay, terminal) : Relaying.run(relay, terminal);
      case Order.RelayCheck(Order.Common common) -> Relaying.check(common, terminal);
      case Order.RelayTest test -> RelayTrial.run(test, terminal);
      case Order.RelayDead dead -> DeadLetters.run(dead, terminal);
      case Order.RelayStatus status -> RelayStatus.run(status, terminal);
      case Order.History history -> Keeping.run(history, terminal);
      case Order.Report report -> Reporting.run(report, terminal);
      case Order.DueReport due -> Reporting.due(due, terminal);
      case Order.Check check -> Checking.run(check, terminal);
    };
  }

  static Places places() {
    return Places.of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  static ConfigFiles files(Order.Common common) {
    return new ConfigFiles(common.config().orElseGet(() -> places().file()), common.config().isPresent());
  }
}
