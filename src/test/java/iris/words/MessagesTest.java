package iris.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.history.story.Line;
import iris.signal.Origin;
import iris.signal.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The message files against the code: nothing is missing in a language, nothing stands there that nobody says. A
 * failure prints the lines to paste or to strike.
 */
class MessagesTest {
  private static final Path MAIN = Path.of("src/main");
  /** Possessive: a step for each character once overflowed the stack. */
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  /** Where a literal is certainly a key. */
  private static final Pattern SAID = Pattern.compile(
      "(?:\\bsay|Reason\\.of|\\bknows)\\(\\s*\"([a-z]+\\.[^\"]*[^\".-])\"");
  private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  /**
   * Keys that are built from the name of an enum: prefix, then the names. Whoever builds keys in another way lets the
   * prefix stand as a literal that ends in a dot or a hyphen; it then counts as said, whatever follows it.
   */
  private static final Map<String, Stream<String>> BUILT = Map.ofEntries(
      Map.entry("words.origin.", names(Origin.values(), o -> o.name().toLowerCase(Locale.ROOT))),
      Map.entry("ui.wall.state.", names(Shown.values(), Enum::name)),
      Map.entry("ui.wall.fault.", names(OriginVerdict.Fault.values(), Enum::name)),
      Map.entry("ui.desk.verdict.", names(Verdict.values(), Enum::name)),
      Map.entry("ui.desk.sight.", names(Supervision.values(), Enum::name)),
      Map.entry("ui.desk.lifecycle.", names(Lifecycle.values(), Enum::name)),
      Map.entry("ui.desk.muted.", names(Suppression.Kind.values(), Enum::name)),
      Map.entry("ui.story.mark.", Stream.of("FEED", "FIGURES", "REVISED", "ALARM", "ANNOUNCED", "RETURNED", "NOTIFIED", "WITHHELD",
          "ACT", "COMMENT", "REFUSED", "MUTED", "SIGHT", "FALLBACK", "NOTE")),
      Map.entry("ui.story.role.", names(Line.Measured.Role.values(), Enum::name)),
      Map.entry("ui.story.channel.", names(Answer.Channel.values(), Enum::name)),
      Map.entry("ui.desk.event.kept.", names(Transition.Kept.How.values(), Enum::name)),
      Map.entry("ui.desk.event.", names(Transition.Announcement.Call.values(), Enum::name)),
      Map.entry("ui.alert.kind.", names(AlarmKey.Kind.values(), Enum::name)),
      Map.entry("ui.alert.return.", names(AlarmKey.Kind.values(), Enum::name)),
      Map.entry("ui.alert.spell.", names(AlarmKey.Kind.values(), Enum::name)));

  private static Map<String, String> french;
  private static Map<String, String> english;
  private static Set<String> literals;
  private static Set<String> said;

  private static <E> Stream<String> names(E[] values, Function<E, String> name) {
    return Arrays.stream(values).map(name);
  }

  @BeforeAll
  static void readTheCode() throws IOException {
    french = read("fr");
    english = read("en");
    literals = new TreeSet<>();
    said = new TreeSet<>();
    for (Path file : files(".java")) {
      String text = Files.readString(file);
      collect(LITERAL, text, literals);
      collect(SAID, text, said);
    }
    for (Path file : files(".fxml")) collect(IN_FXML, Files.readString(file), said);
    BUILT.forEach((prefix, names) -> names.forEach(name -> said.add(prefix + name)));
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(file -> file.toString().endsWith(end)).toList();
    }
  }

  private static void collect(Pattern pattern, String text, Set<String> into) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) into.add(matcher.group(1));
  }

  private static Map<String, String> read(String lang) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String lane : Messages.LANES) {
      Properties file = new Properties();
      Path path = MAIN.resolve("resources/iris/words/" + lane + "_" + lang + ".properties");
      try (Reader in = Files.newBufferedReader(path)) {
        file.load(in);
      }
      file.forEach((key, text) -> all.put((String) key, (String) text));
    }
    return all;
  }

  private static void none(String what, Stream<String> lines) {
    String all = lines.sorted().collect(Collectors.joining("\n"));
    if (!all.isEmpty()) fail(what + "\n" + all);
  }

  @Test
  void whatIsSaidInOneLanguageIsSaidInTheOther() {
    none("missing in English, to translate and paste:", french.entrySet().stream()
        .filter(e -> !english.containsKey(e.getKey())).map(e -> e.getKey() + "=" + e.getValue()));
    none("missing in French, to translate and paste:", english.entrySet().stream()
        .filter(e -> !french.containsKey(e.getKey())).map(e -> e.getKey() + "=" + e.getValue()));
  }

  @Test
  void noKeyIsSaidThatHasNoMessage() {
    none("said in the code, without a message, to paste into both files of the lane:", said.stream()
        .filter(key -> Messages.LANES.contains(key.split("\\.")[0]) && !french.containsKey(key)).map(key -> key + "="));
  }

  @Test
  void noMessageStandsThereThatNobodySays() {
    List<String> prefixes =
        literals.stream().filter(l -> (l.endsWith(".") || l.endsWith("-")) && l.contains(".")).toList();
    none("nobody says these, strike them in both files:", french.keySet().stream()
        .filter(key -> !literals.contains(key) && !said.contains(key))
        .filter(key -> prefixes.stream().noneMatch(key::startsWith)));
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    List<String> differ = new ArrayList<>();
    french.forEach((key, text) -> {
      String other = english.getOrDefault(key, text);
      if (!places(text).equals(places(other))) differ.add(key + ": " + text + " | " + other);
    });
    none("arguments differ:", differ.stream());
  }

  @Test
  void everyMessageCanBeFilled() {
    // Read when they are first said: a brace too few would else be found by whoever the sentence is for.
    french.values().forEach(Template::of);
    english.values().forEach(Template::of);
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    collect(PLACE, text, places);
    return places;
  }

  @Test
  void everyKeyStandsInTheFilesOfItsLane() throws IOException {
    for (String lane : Messages.LANES) {
      Properties file = new Properties();
      try (Reader in = Files.newBufferedReader(MAIN.resolve("resources/iris/words/" + lane + "_fr.properties"))) {
        file.load(in);
      }
      Set<Object> strangers = file.keySet().stream()
          .filter(key -> !key.toString().startsWith(lane + ".")).collect(Collectors.toSet());
      assertEquals(Set.of(), strangers, "in " + lane + "_fr.properties");
    }
  }
}
