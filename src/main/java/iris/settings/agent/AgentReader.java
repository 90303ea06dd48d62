package iris.settings.agent;

import iris.agent.AgentConfig;
import iris.settings.ConfigFiles;
import iris.settings.ConfigText;
import iris.settings.Kinds;
import iris.settings.Problem;
import iris.settings.Tree;
import iris.settings.Yaml;
import iris.signal.Reason;
import iris.words.Lang;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agent's file to its configuration. Read to its end whatever was wrong before, so that one run shows all there is
 * to mend. Secrets are read here too: one that is missing is known before the agent starts, not at its first reader.
 */
public final class AgentReader {
  private static final Duration DAY = Duration.ofDays(1);

  private final ConfigText text;
  private final Safe safe;
  private final List<Problem> problems = new ArrayList<>();

  private AgentReader(ConfigText text, Map<String, String> environment) {
    this.text = text;
    safe = new Safe(environment);
  }

  /** Reads the file as it is now. */
  public static AgentReading file(Path file, Map<String, String> environment) {
    List<Problem> problems = new ArrayList<>();
    return ConfigFiles.text(file, false, p -> problems.add(missing(p)))
        .map(text -> read(text, environment))
        .orElseGet(() -> new AgentReading.Bad(problems));
  }

  /** The console's sentence names the console's model. */
  private static Problem missing(Problem p) {
    return p.reason().key().equals("settings.file.missing")
        ? new Problem(p.file(), p.line(), p.key(), Reason.of("settings.agent.missing")) : p;
  }

  public static AgentReading read(ConfigText text, Map<String, String> environment) {
    AgentReader reader = new AgentReader(text, environment);
    Optional<AgentConfig> config = Yaml.read(text, reader.problems::add).flatMap(reader::config);
    if (reader.problems.isEmpty()) return new AgentReading.Good(config.orElseThrow());
    reader.problems.sort(Comparator.comparingInt(Problem::line));
    return new AgentReading.Bad(reader.problems);
  }

  private Optional<AgentConfig> config(Tree.Branch tree) {
    Keys root = new Keys(text, "", tree, 1, problems::add);
    Keys agent = root.blockOrNone("agent");
    if (!root.has("agent")) root.wrong("agent", Reason.of("settings.key.missing", "agent"));
    Optional<String> id = agent.must("id", AgentKinds.NAME);
    Duration period = agent.or("period", Kinds.span("1s", "1h"), Duration.ofMinutes(5));
    if (DAY.toMillis() % period.toMillis() != 0) agent.wrong("period", Reason.of("settings.agent.period", period));
    Lang language = agent.or("language", Kinds.choice(Lang.class), Lang.FR);
    ZoneId zone = agent.or("zone", AgentKinds.ZONE, ZoneId.of("Europe/Paris"));
    Optional<Path> state = agent.must("state", Kinds.PATH);
    agent.done();
    Optional<AgentConfig.Publication> publication = new PublicationReader(safe).read(root);
    List<AgentConfig.Served> services = services(root);
    root.done();
    if (!problems.isEmpty()) return Optional.empty();
    return Optional.of(new AgentConfig(
        id.orElseThrow(), period, language, zone, state.orElseThrow(), publication.orElseThrow(), services));
  }

  private List<AgentConfig.Served> services(Keys root) {
    List<AgentConfig.Served> all = new ArrayList<>();
    Keys services = root.blockOrNone("services");
    if (services.names().isEmpty()) root.wrong("services", Reason.of("settings.agent.no-service"));
    for (String id : services.names()) {
      AgentKinds.name(id).ifPresent(why -> services.wrong(id, why));
      services.block(id).flatMap(keys -> new ServiceReader(id, keys, safe).read()).ifPresent(all::add);
    }
    return all;
  }
}
