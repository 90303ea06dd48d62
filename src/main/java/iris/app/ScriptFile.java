package iris.app;

import iris.agent.simulate.Fault;
import iris.agent.simulate.Plan;
import iris.agent.simulate.Siv;
import iris.settings.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A script of the simulator: a YAML list of {@code {at: 30s, fault: external-down, for: 2m, share: 30%}}. */
final class ScriptFile {
  private static final Set<String> KEYS = Set.of("at", "fault", "for", "share");

  private ScriptFile() {}

  static List<Plan.Step> read(Path file) throws Misuse {
    try {
      return of(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new Misuse("app.script.unreadable", file);
    }
  }

  /** @param name of the file, for what is to be said */
  static List<Plan.Step> of(String name, String text) throws Misuse {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(name).setCodePointLimit(1 << 20).build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new Misuse("app.script.syntax", name, e.getMessage());
    }
    if (!(root instanceof List<?> list) || list.isEmpty()) throw new Misuse("app.script.shape", name, 1);
    List<Plan.Step> steps = new ArrayList<>();
    for (Object entry : list) {
      int number = steps.size() + 1;
      if (!(entry instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet()))
        throw new Misuse("app.script.shape", name, number);
      steps.add(step(name, number, map));
    }
    return steps;
  }

  private static Plan.Step step(String name, int number, Map<?, ?> map) throws Misuse {
    String word = String.valueOf(map.get("fault"));
    Optional<Fault> fault = Fault.of(word);
    if (fault.isEmpty())
      throw new Misuse("app.script.fault", name, number, word, String.join(", ", Siv.words()));
    Duration at = span(name, number, map, "at").orElseThrow(() -> new Misuse("app.script.span", name, number, "at"));
    double share = map.containsKey("share") ? SimulateLine.share("share", String.valueOf(map.get("share"))) : 1;
    if (share < 1 && !fault.get().shared())
      throw new Misuse("app.script.no-share", name, number, word);
    return new Plan.Step(at, fault.get(), span(name, number, map, "for"), share);
  }

  private static Optional<Duration> span(String name, int number, Map<?, ?> map, String key) throws Misuse {
    if (!map.containsKey(key)) return Optional.empty();
    Optional<Duration> span = Spans.of(String.valueOf(map.get(key)));
    if (span.isEmpty()) throw new Misuse("app.script.span", name, number, key);
    return span;
  }
}
