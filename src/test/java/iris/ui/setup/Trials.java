package iris.ui.setup;

import iris.settings.ConfigText;
import iris.settings.Kinds;
import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.settings.Taken;
import iris.settings.Tree;
import iris.settings.Yaml;
import iris.settings.edit.Draft;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.signal.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For each option a value that fits, made from its sample, and one that does not, found by asking its kind. */
final class Trials {
  static final String NAME = "siv";

  /** What a configuration holds before: as little as makes each section a place where an option can be set. */
  static final String GROUND = """
      # ours
      feeds:
        siv:
          url: https://old.example.org/signal.xml
      services:
        siv:
          name: Ancien nom
      contracts:
        siv:
          services: fni
          target: 99%
      fallbacks:
        siv:
          name: Base locale
      """;

  private static final List<String> ODD = List.of("env:", "file:/nowhere/at-all.md", "???", "siv, siv", "two words",
      "999999", "marie,,paul", IntStream.range(0, 41).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

  /** An option that says nothing without another one; what that is typed as. */
  private static final Map<String, Map<String, String>> WITH = Map.ofEntries(
      Map.entry("feeds.user", Map.of("password", "env:IRIS_X")),
      Map.entry("feeds.password", Map.of("user", "iris")),
      Map.entry("feeds.proxy-user", Map.of("proxy", "http://proxy.example.org:3128", "proxy-password", "env:IRIS_X")),
      Map.entry("feeds.proxy-password", Map.of("proxy", "http://proxy.example.org:3128", "proxy-user", "iris")),
      Map.entry("feeds.client-key", Map.of("client-certificate", "iris.pem")),
      Map.entry("feeds.client-certificate-password", Map.of("client-certificate", "iris.p12")),
      Map.entry("fallbacks.user", Map.of("password", "env:IRIS_X")),
      Map.entry("fallbacks.password", Map.of("user", "iris")),
      Map.entry("fallbacks.ca", Map.of("check.url", "https://router.example.org/")),
      Map.entry("fallbacks.check.pointer", Map.of("check.url", "https://router.example.org/", "check.equals", "fallback")),
      Map.entry("fallbacks.check.equals", Map.of("check.url", "https://router.example.org/", "check.pointer", "/route")),
      Map.entry("rights.default", Map.of("administer", "ops")),
      Map.entry("rights.view", Map.of("administer", "ops")),
      Map.entry("rights.operate", Map.of("administer", "ops")));

  private Trials() {}

  static Edit.Spot spot(Section section, String option) {
    return new Edit.Spot(section, section.named() ? Optional.of(NAME) : Optional.empty(), option);
  }

  /**
   * What is typed so that every option of a section says something else, in as few rounds as can be: what contradicts
   * what was typed before, as the reader of the files finds, waits for the next.
   */
  static List<Map<String, String>> rounds(Section section, Papers papers) {
    List<Map<String, String>> rounds = new ArrayList<>();
    for (Option<?> option : Options.of(section)) {
      boolean found = false;
      for (int i = 0; i < rounds.size() && !found; i++) {
        Map<String, String> more = new LinkedHashMap<>(typed(option));
        more.putAll(rounds.get(i));
        more.put(option.name(), value(option));
        found = fits(section, papers, more);
        if (found) rounds.set(i, more);
      }
      if (!found) rounds.add(typed(option));
    }
    return rounds;
  }

  private static boolean fits(Section section, Papers papers, Map<String, String> typed) {
    List<Edit> edits = new ArrayList<>();
    typed.forEach((name, value) -> edits.add(new Edit.Set(spot(section, name), value)));
    return Draft.of(papers, edits) instanceof Draft.Ready;
  }

  private static Map<String, String> typed(Option<?> option) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(option.name(), value(option));
    all.putAll(WITH.getOrDefault(option.section().word() + "." + option.name(), within(option)));
    return all;
  }

  /** The words of an option that is a row of buttons; none of any other. */
  static List<String> choices(Option<?> option) {
    return option.range().matches("[a-z-]+( \\| [a-z-]+)+") ? List.of(option.range().split(" \\| ")) : List.of();
  }

  /** Of a row of buttons another one than counts without a word. */
  private static String value(Option<?> option) {
    String usual = option.standard().map(s -> option.sample()).orElse("");
    return choices(option).stream().filter(c -> !c.equals(usual)).findFirst().orElseGet(() -> word(option));
  }

  /** In a plan of a fallback: how a call is made says something only of a call, an environment only of a command. */
  private static Map<String, String> within(Option<?> option) {
    if (option.section() != Section.FALLBACKS || !option.name().contains(".")) return Map.of();
    String block = option.name().substring(0, option.name().indexOf('.') + 1);
    return switch (option.name().substring(block.length())) {
      case "url", "command" -> Map.of();
      case "environment" -> Map.of(block + "command", "/usr/local/bin/siv-route");
      default -> Map.of(block + "url", "https://router.example.org/");
    };
  }

  /** The sample of the example file as a hand types it. */
  private static String word(Option<?> option) {
    Tree tree = Yaml.read(new ConfigText("", Path.of(""), "k: " + option.sample(), false), problem -> {
      throw new AssertionError(problem);
    }).orElseThrow().entries().getFirst().value();
    return switch (tree) {
      case Tree.Leaf leaf -> leaf.text();
      case Tree.Row row -> row.items().stream().map(i -> ((Tree.Leaf) i).text())
          .collect(Collectors.joining(option.kind().joint()));
      case Tree.Branch branch -> throw new AssertionError("no value: " + branch);
    };
  }

  /** A value that this option refuses, and why; a name or a path may be anything. */
  static Optional<Map.Entry<String, Reason>> refused(Option<?> option, Path base) {
    List<Map.Entry<String, Reason>> found = new ArrayList<>();
    for (String odd : ODD)
      if (option.kind().read(odd, base) instanceof Taken.Unfit<?>(Reason why)) found.add(Map.entry(odd, why));
    if (found.isEmpty() && option.kind() != Kinds.TEXT && option.kind() != Kinds.PATH)
      throw new AssertionError("nothing is refused of " + option);
    return found.stream().findFirst();
  }
}
