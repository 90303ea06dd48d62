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

  private static void say(Glance.Seen seen, Terminal terminal) {
    Words words = terminal.words();
    String alive = seen.alive().map(at -> words.figures().stamp(at)).orElse("–");
    terminal.say(words.say(seen.running() ? "app.agent.status-running" : "app.agent.status-stopped", alive));
    for (Glance.OfService s : seen.services()) {
      String last = s.lastWindow().map(at -> words.figures().stamp(at)).orElse("–");
      terminal.say(words.say("app.agent.status-service", s.name(), "ui.desk.verdict." + s.verdict(), last,
          s.openIncidents().size()));
      for (Glance.OfIncident i : s.openIncidents())
        terminal.say(words.say("app.agent.status-" + i.severity().name().toLowerCase(Locale.ROOT), i.id(),
            words.figures().stamp(i.since())));
    }
  }
}
