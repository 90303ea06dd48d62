package iris.app;

import iris.agent.AgentConfig;
import iris.agent.book.Announcement;
import iris.agent.keep.Answer;
import iris.agent.keep.Inbox;
import iris.settings.agent.AgentReading;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code iris agent announce}: hands it to the running agent and says what became of it. */
final class Announcing {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Order.Announce order;
  private final AgentConfig config;
  private final Times times;

  private Announcing(Order.Announce order, AgentConfig config, Instant now) {
    this.order = order;
    this.config = config;
    times = new Times(config.zone(), now);
  }

  static int run(Order.Announce order, Terminal terminal) throws Misuse, InterruptedException {
    return switch (AgentFile.read(order.common())) {
      case AgentReading.Bad(var problems) -> CheckConfig.refuse(problems, terminal);
      case AgentReading.Good(AgentConfig config) -> {
        Instant now = Instant.now();
        Announcement announcement = new Announcing(order, config, now).announcement();
        yield say(new Inbox(config.state()).tell(announcement, now, PATIENCE), terminal.in(config.zone()));
      }
    };
  }

  private static int say(Inbox.Outcome outcome, Terminal terminal) {
    return switch (outcome) {
      case Inbox.Outcome.Untold(Reason why) -> {
        terminal.complain(why);
        yield Main.FAILED;
      }
      case Inbox.Outcome.Unknown(Reason why) -> {
        terminal.complain(why);
        yield Main.FAILED;
      }
      case Inbox.Outcome.Answered(Answer answer) when answer.refused().isPresent() -> {
        terminal.complain(answer.refused().get());
        yield Main.MISUSED;
      }
      case Inbox.Outcome.Answered(Answer answer) -> {
        answer.said().forEach(s -> terminal.say(terminal.words().say("app.announce.published", s.title(), s.guid())));
        if (answer.said().isEmpty()) terminal.say(terminal.words().say("app.announce.nothing-new"));
        yield 0;
      }
    };
  }

  private Announcement announcement() throws Misuse {
    String service = order.service();
    AgentConfig.Served served = config.services().stream().filter(s -> s.service().id().equals(service)).findFirst()
        .orElseThrow(() -> new Misuse("agent.keep.announce.no-service", service,
            config.services().stream().map(s -> s.service().id()).collect(Collectors.joining(", "))));
    String text = said("--text").orElse("");
    Optional<String> party = said("--party");
    Optional<String> id = said("--id");
    Times.Range range = times.range(said("--from"), said("--to"));
    return switch (order.kind()) {
      case OUTAGE -> open(served, Severity.OUTAGE, party, text);
      case DEGRADED -> open(served, Severity.DEGRADED, party, text);
      case UPDATE -> new Announcement.Amend(service, author(), id, severity(), origin(), party, past("--since"), text);
      case CLOSE -> new Announcement.Close(service, author(), id, past("--until"), text);
      case MAINTENANCE -> id.isPresent()
          ? new Announcement.Replan(service, author(), id, range.from(), range.to(), text)
          : new Announcement.Plan(service, author(), range.from().orElseThrow(), range.to().orElseThrow(), text);
      case CANCEL -> new Announcement.Cancel(service, author(), id, text);
      case NOTICE -> new Announcement.Notice(service, author(), text);
    };
  }

  /** Whose fault a party is, its role says. */
  private Announcement open(AgentConfig.Served served, Severity severity, Optional<String> party, String text)
      throws Misuse {
    Optional<Origin> role = party.flatMap(served.service()::party)
        .map(p -> p.role() == Party.Role.PROVIDER ? Origin.PROVIDER : Origin.EXTERNAL);
    Origin origin = origin().or(() -> role).orElse(Origin.UNKNOWN);
    return new Announcement.Open(served.service().id(), author(), severity, origin, party, past("--since"), text);
  }

  private Optional<Severity> severity() throws Misuse {
    Optional<String> written = said("--severity");
    return written.isEmpty() ? Optional.empty()
        : Optional.of(Orders.one(Severity.class, "--severity", written.get()));
  }

  private Optional<Origin> origin() throws Misuse {
    Optional<String> written = said("--origin");
    return written.isEmpty() ? Optional.empty() : Optional.of(Orders.one(Origin.class, "--origin", written.get()));
  }

  private Optional<Instant> past(String option) throws Misuse {
    Optional<String> written = said(option);
    return written.isEmpty() ? Optional.empty() : Optional.of(times.past(option, written.get()));
  }

  /** Under sudo, who called it: the agent's own account says nothing of a person. */
  private String author() {
    Map<String, String> env = System.getenv();
    return said("--author").or(() -> Optional.ofNullable(env.get("SUDO_USER")).filter(u -> !u.isBlank()))
        .orElseGet(() -> System.getProperty("user.name", ""));
  }

  private Optional<String> said(String option) {
    return Optional.ofNullable(order.said().get(option));
  }
}
