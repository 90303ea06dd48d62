package iris.app;

import iris.agent.AgentConfig;
import iris.agent.keep.Glance;
import iris.settings.agent.AgentReading;
import iris.signal.Reason;
import iris.words.Words;
import java.util.Locale;

/** {@code iris agent status}: what the store of an agent tells to whoever asks, whether it runs or not. */
final class AgentStatus {
  private AgentStatus() {}

  static int run(Order.AgentStatus order, Terminal terminal) {
    return switch (AgentFile.read(order.common())) {
      case AgentReading.Bad(var problems) -> CheckConfig.refuse(problems, terminal);
      case AgentReading.Good(AgentConfig config) -> switch (Glance.at(config)) {
        case Glance.Unseen(Reason why) -> {
          terminal.complain(why);
          yield Main.FAILED;
        }
        case Glance.Seen seen -> {
          say(seen, terminal.in(config.zone()));
          yield seen.running() ? 0 : Main.FAILED;
        }
      };
    };
  }

  static void say(Glance.Seen seen, Terminal terminal) {
    Words words = terminal.words();
    String running = seen.running() ? "app.agent.status-running" : "app.agent.status-stopped";
    terminal.say(seen.alive().map(at -> words.say(running, words.figures().stamp(at)))
        .orElseGet(() -> words.say(seen.running() ? "app.agent.status-begun" : "app.agent.status-unwritten")));
    for (Glance.OfService s : seen.services()) {
      int open = s.openIncidents().size();
      terminal.say(s.lastWindow()
          .map(at -> words.say("app.agent.status-service", s.name(), "ui.desk.verdict." + s.verdict(),
              words.figures().stamp(at), open))
          .orElseGet(() -> words.say("app.agent.status-no-window", s.name(), open)));
      for (Glance.OfIncident i : s.openIncidents())
        terminal.say(words.say("app.agent.status-" + i.severity().name().toLowerCase(Locale.ROOT), i.id(),
            words.figures().stamp(i.since())));
    }
  }
}
