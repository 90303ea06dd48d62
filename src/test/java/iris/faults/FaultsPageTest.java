package iris.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds src/docs/faults.md true: each sentence is one that is said, in both languages, and each test is there. */
class FaultsPageTest {
  private static final Path PAGE = Path.of("src/docs/faults.md");
  private static final Pattern SAID = Pattern.compile("“(.+?)” \\(`([a-zA-Z.-]+)`\\)");
  private static final Pattern TEST = Pattern.compile("`(iris[\\w.]+(?:Test|IT))#(\\w+)`");

  /** @param tests as Class#method */
  private record Row(String fault, List<String[]> said, List<String[]> tests) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      String[] cells = line.split("(?<!\\\\)\\|");
      if (!line.startsWith("| ") || cells.length != 4 || cells[1].strip().equals("fault")) continue;
      rows.add(new Row(cells[1].strip(), found(SAID, cells[2]), found(TEST, cells[3])));
    }
    return rows;
  }

  private static List<String[]> found(Pattern what, String in) {
    List<String[]> all = new ArrayList<>();
    for (Matcher m = what.matcher(in); m.find(); ) all.add(new String[] {m.group(1), m.group(2)});
    return all;
  }

  private static Properties english(String lane) throws IOException {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/iris/words/" + lane + "_en.properties"))) {
      words.load(in);
    }
    return words;
  }

  /** Whether a sentence is what becomes of a message, whatever stands in its places. */
  private static boolean becomes(String message, String sentence) {
    String form = Arrays.stream(message.split("\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining(".+?"));
    return sentence.matches(form);
  }

  @Test
  void eachSentenceIsSaidInBothLanguagesAndStandsAsItIsSaid() throws IOException {
    Words fr = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
    List<String> wrong = new ArrayList<>();
    for (Row row : rows())
      for (String[] said : row.said()) {
        String message = english(said[1].substring(0, said[1].indexOf('.'))).getProperty(said[1]);
        if (message == null || !fr.knows(said[1])) wrong.add(row.fault() + ": nothing says " + said[1]);
        else if (!becomes(message, said[0])) wrong.add(row.fault() + ": " + said[1] + " says: " + message);
      }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void eachRowHasATestThatIsThere() throws Exception {
    List<Row> rows = rows();
    assertTrue(rows.size() > 30, () -> "not all rows: " + rows.size());
    List<String> wrong = new ArrayList<>();
    for (Row row : rows) {
      if (row.tests().isEmpty()) wrong.add(row.fault() + " has no test");
      for (String[] test : row.tests())
        if (Arrays.stream(Class.forName(test[0]).getDeclaredMethods()).noneMatch(m -> m.getName().equals(test[1])))
          wrong.add(row.fault() + ": no such test: " + test[0] + "#" + test[1]);
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void whatATileSaysOfItsWireIsAllOnThePage() throws IOException {
    Set<String> missing = new TreeSet<>(WireFaultsTest.keys());
    for (Row row : rows()) row.said().forEach(said -> missing.remove(said[1]));
    assertEquals(Set.of(), missing);
  }
}
