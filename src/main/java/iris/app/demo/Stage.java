package iris.app.demo;

import iris.agent.AgentConfig;
import iris.agent.AgentConfig.Served;
import iris.agent.SourceSpec;
import iris.agent.simulate.LogLine;
import iris.agent.simulate.Plan;
import iris.agent.simulate.Siv;
import iris.words.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the demonstration's agent and its simulated services are configured: as in life, but quicker to suspect. */
final class Stage {
  static final String LOG = "access";
  static final String FRONT = "front";
  static final String BEHIND = "external";
  static final Duration EVERY = Duration.ofSeconds(3);
  static final Duration SLOW = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration P95 = Duration.ofSeconds(8);
  /** A demonstration is watched for a minute or two: it closes an incident sooner than a provider would. */
  private static final AgentConfig.Suspicion QUICK =
      new AgentConfig.Suspicion(2, Duration.ofSeconds(6), 40, 2, Duration.ofSeconds(8));

  private Stage() {}

  /** A simulated service that writes {@code log}; a window of it holds as many transactions as one of the day before. */
  static Plan plan(Role role, Path log, Tempo tempo) {
    return new Plan("127.0.0.1", 0, Optional.empty(), Optional.of(log), LogLine.Form.JSON, true, false,
        tempo.speed(), role.nature(tempo.period()), List.of(), tempo.ahead());
  }

  /** What the agent is told of it. */
  static Served served(Role role, Path log, Siv siv) {
    return new Served(role.service(), new AgentConfig.Thresholds(0.5, 0.95, Optional.of(P95)), QUICK, List.of(
        new SourceSpec.Log(LOG, role.provider().id(), log, new SourceSpec.Format.JsonLines(Map.of()),
            Optional.of(role.external().id())),
        check(FRONT, role.provider().id(), siv.front()),
        check(BEHIND, role.external().id(), siv.external())));
  }

  private static SourceSpec.Check check(String id, String party, URI door) {
    SourceSpec.Expected expected = new SourceSpec.Expected(List.of(), Optional.empty(), Map.of(), Optional.of(SLOW), 14);
    return new SourceSpec.Check(id, party, EVERY, PATIENCE, false,
        new SourceSpec.Asked.Http(door.resolve("health"), "GET", Map.of(), Optional.empty(), expected));
  }

  static AgentConfig agent(Duration period, Lang language, ZoneId zone, Path state, List<Served> services) {
    AgentConfig.Publication publication = new AgentConfig.Publication(
        Optional.of(new AgentConfig.Listen("127.0.0.1", 0, Optional.empty())), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Duration.ofDays(2), 200);
    return new AgentConfig("demo", period, language, zone, state, publication, services);
  }
}
