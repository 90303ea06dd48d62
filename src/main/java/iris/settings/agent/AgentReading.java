package iris.settings.agent;

import iris.agent.AgentConfig;
import iris.settings.Problem;
import java.util.List;

/** What came of reading the agent's file: its configuration, or every problem there is. */
public sealed interface AgentReading {
  record Good(AgentConfig config) implements AgentReading {}

  /** In the order of lines; at least one. */
  record Bad(List<Problem> problems) implements AgentReading {
    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) throw new IllegalArgumentException("bad for no reason");
    }
  }
}
