package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

class PapersTest {
  private static final List<String> ALIASES = List.of("--help", "-h");

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyOptionOfACommandIsExplainedOnItsPage(Lang lang) {
    Words words = Words.of(lang, ZoneOffset.UTC);
    explains(Manual.page(Order.Help.Topic.COMMANDS, words), Grammar.iris());
    Grammar.iris().subcommands().values().forEach(c -> {
      CommandSpec command = c.getCommandSpec();
      if (!command.name().equals("help"))
        explains(Manual.page(Order.Help.Topic.valueOf(command.name().toUpperCase(Locale.ROOT)), words), command);
    });
  }

  private static void explains(String page, CommandSpec command) {
    List<String> said = List.of(page.split("[^a-z-]+"));
    command.options().stream().filter(o -> !o.inherited()).flatMap(o -> Arrays.stream(o.names()))
        .filter(name -> !ALIASES.contains(name))
        .forEach(name -> assertTrue(said.contains(name), () -> command.name() + " takes " + name + " and does not say so:\n" + page));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void thePageOfManHoldsEveryCommandItsOptionsAndWhatHelpSaysOfIt(Lang lang) {
    Words words = Words.of(lang, ZoneOffset.UTC);
    String page = ManPage.of(Grammar.iris(), words, "1.2.3", LocalDate.of(2026, 11, 22));
    assertTrue(page.startsWith(".TH IRIS 1 \"2026-11-22\" \"IRIS 1.2.3\""), page);
    assertTrue(page.contains("\\fBiris history\\fR \\fIbackup|restore|verify|export|import\\fR"), page);
    assertTrue(page.contains("[\\fB\\-\\-check\\-config\\fR]"), page);
    assertTrue(page.indexOf("\n.nh\n") > 0 && page.indexOf("\n.nh\n") < page.indexOf("\\fBiris history"), page);
    Manual.page(Order.Help.Topic.REPORT, words).lines().map(String::strip).filter(l -> l.matches("[a-zA-Z ,;]{20,}"))
        .forEach(l -> assertTrue(page.contains(l), l));
    assertFalse(page.contains("app."), "a word is missing: " + page);
    assertFalse(page.contains("\u202f") || page.contains("\u00a0"), "troff has no such space");
  }

  @Test
  void theyAreWrittenWhereTheyAreWantedAndTheSameEachTime(@TempDir Path folder) throws Exception {
    for (String name : List.of("a", "b")) Papers.main(new String[] {folder.resolve(name).toString(), "2026-11-22T00:00:00Z"});
    for (String file : List.of("man/en/iris.1", "man/fr/iris.1", "iris.bash"))
      assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)), file);
  }

  /** By bash itself, where there is one: a list of choices once hid another of the same name. */
  @Test
  void bashCompletesChoicesOfAnOption(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash here");
    Path script = Files.writeString(folder.resolve("iris"), Papers.completion());
    String ask = ". " + script + "; compopt() { :; }; COMP_WORDS=(iris check --format n) COMP_CWORD=3; _complete_iris; "
        + "echo ${COMPREPLY[*]}; COMP_WORDS=(iris demo --th) COMP_CWORD=2; _complete_iris; echo ${COMPREPLY[*]}; "
        + "COMP_WORDS=(iris history export --kind wi) COMP_CWORD=4; _complete_iris; echo ${COMPREPLY[*]}; "
        + "COMP_WORDS=(iris history ba) COMP_CWORD=2; _complete_iris; echo ${COMPREPLY[*]}; "
        + "COMP_WORDS=(iris relay st) COMP_CWORD=2; _complete_iris; echo ${COMPREPLY[*]}; "
        + "COMP_WORDS=(iris agent announce siv out) COMP_CWORD=4; _complete_iris; echo ${COMPREPLY[*]}";
    Process bash = new ProcessBuilder("/bin/bash", "--noprofile", "--norc", "-c", ask).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), said);
    assertEquals("nagios\n--theme\nwindows\nbackup\nstatus\noutage\n", said);
  }

  /** Without it "iris check /tmp/fe" found nothing. */
  @Test
  void whereNothingOfOursFitsBashOffersFiles() {
    String script = Papers.completion();
    assertTrue(script.contains("complete -F _complete_iris -o default iris"), script);
    assertFalse(script.contains("+o default"), script);
  }

  @Test
  void theCompletionOffersCommandsOptionsAndChoices() {
    String script = Papers.completion();
    Stream.of("snapshot", "--strict", "nagios", "garbled", "dark", "600").forEach(word -> assertTrue(script.contains(word), word));
  }
}
