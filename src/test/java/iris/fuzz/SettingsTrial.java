package iris.fuzz;

import iris.settings.ConfigText;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.SettingsReader;
import iris.settings.agent.AgentReader;
import iris.settings.agent.AgentReading;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever stands in a file of settings: it is taken, or each refusal names its place and says in both languages what to
 * do. A key that nobody knows is never passed over.
 */
record SettingsTrial(File file) implements Trial {
  private static final Path BASE = Path.of("/no/such/folder");
  private static final List<Words> LANGUAGES = List.of(
      Words.of(Lang.FR, ZoneId.of("Europe/Paris")), Words.of(Lang.EN, ZoneId.of("Europe/Paris")));
  /** What is about the file as a whole has no key, and where it is not even read, no line. */
  private static final String WHOLE = "settings.file.";
  private static final int LONGEST = 4_000;

  /** Which file it is. */
  enum File {
    CONSOLE,
    DROP_IN,
    AGENT
  }

  @Override
  public String name() {
    return file.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public byte[] make(Dice dice) {
    String whole = file == File.AGENT ? Yamls.agent(dice) : Yamls.console(dice);
    return Yamls.damage(whole, dice, List.of(Yamls.console(dice).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Optional<String> judge(byte[] input) {
    String written = new String(input, StandardCharsets.UTF_8);
    ConfigText text = new ConfigText("fuzz.yaml", BASE, written, file == File.DROP_IN);
    List<Problem> problems = file == File.AGENT
        ? switch (AgentReader.read(text, Map.of("HOME", "x"))) {
          case AgentReading.Good good -> List.of();
          case AgentReading.Bad(var bad) -> bad;
        }
        : switch (SettingsReader.read(List.of(text))) {
          case Reading.Good good -> List.of();
          case Reading.Bad(var bad) -> bad;
        };
    long lines = written.lines().count();
    for (Problem problem : problems) {
      Optional<String> complaint = complaint(problem, lines);
      if (complaint.isPresent()) return complaint;
    }
    return problems.isEmpty() ? passedOver(text) : Optional.empty();
  }

  private static Optional<String> complaint(Problem p, long lines) {
    boolean whole = p.reason().key().startsWith(WHOLE);
    if (!p.file().equals("fuzz.yaml")) return Optional.of("in which file? " + p);
    if (p.line() > lines + 1 || p.line() < (whole ? 0 : 1)) return Optional.of("where? " + p);
    if (p.key().isEmpty() && !whole) return Optional.of("which key? " + p);
    for (Words words : LANGUAGES) {
      if (!words.knows(p.reason().key())) return Optional.of("no " + words.lang() + " words for " + p);
      String said = words.say(p.reason());
      if (said.length() > LONGEST) return Optional.of("a sentence of " + said.length() + " characters: " + p.reason().key());
      if (!WayOut.named(said, words.lang())) return Optional.of("no way out in \"" + said + "\"");
    }
    return Optional.empty();
  }

  /** The settings were taken, though there was a key of nobody's in them. */
  private Optional<String> passedOver(ConfigText text) {
    return Keys.of(text.text()).stream().filter(Yamls.NOBODYS::equals).findFirst().map(key -> "taken, with \"" + key + "\" in it");
  }
}
