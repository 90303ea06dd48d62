package iris.app;

import iris.agent.AgentConfig;
import iris.settings.Problem;
import iris.settings.agent.AgentReader;
import iris.settings.agent.AgentReading;
import java.nio.file.Path;
import java.util.List;

/** The agent's configuration: the file that is named, else {@code agent.yaml} where the console has its own. */
final class AgentFile {
  private static final String USUAL = "agent.yaml";

  private AgentFile() {}

  static Path path(Order.Common common) {
    return common.config().orElseGet(() -> Commands.places().config().resolve(USUAL));
  }

  static AgentReading read(Order.Common common) {
    return AgentReader.file(path(common), System.getenv());
  }

  /** {@code iris agent --check-config}. */
  static int check(Order.Common common, Terminal terminal) {
    return switch (read(common)) {
      case AgentReading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, terminal);
      case AgentReading.Good(AgentConfig config) -> {
        long sources = config.services().stream().mapToLong(s -> s.sources().size()).sum();
        terminal.say(terminal.words().say("app.agent.config-good", path(common), config.services().size(), sources));
        yield 0;
      }
    };
  }
}
