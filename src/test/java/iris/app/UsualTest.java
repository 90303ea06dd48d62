package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is understood without the grammar means what the grammar says. */
class UsualTest {
  private static final List<String> PIECES = List.of("check", "check", "http://x/feed", "a.xml", "./b", "../c", "/d e.xml",
      "--format", "json", "--format=nagios", "--format=JSON", "--format=", "--strict", "--strict=true", "--lang", "fr",
      "--lang=en", "--lang=de", "--theme", "dark", "--config", "iris.yaml", "--config=a=b", "--wall", "--screen", "2", "--screen=17",
      "--screen=0", "--version", "--help", "-h", "--check-config", "demo", "relay", "@file", "--", "-", "", "'q'", "\"q\"", "-1", "help");

  @ParameterizedTest
  @ValueSource(strings = {"check http://x/feed", "check a.xml --format nagios", "check --format=json a.xml --strict --lang en",
      "check a.xml --config iris.yaml", "--version", "--wall", "--wall --screen 2", "--config a.yaml", "--lang fr --theme dark"})
  void whatIsSaidEveryDayIsUnderstoodWithoutTheGrammar(String line) throws Misuse {
    String[] words = line.split(" ");
    assertEquals(Optional.of(Parsed.of(words)), Usual.of(words));
  }

  @Test
  void whateverIsUnderstoodMeansWhatTheGrammarSays() throws Misuse {
    SplittableRandom random = new SplittableRandom(20261123);
    int understood = 0;
    for (int i = 0; i < 4_000; i++) {
      List<String> line = new ArrayList<>();
      if (random.nextInt(3) > 0) line.add("check");
      for (int left = random.nextInt(5); left > 0; left--) line.add(PIECES.get(random.nextInt(PIECES.size())));
      String[] words = line.toArray(String[]::new);
      Optional<Order> usual = Usual.of(words);
      if (usual.isEmpty()) continue;
      understood++;
      // What the grammar refuses must not be understood either: it throws, and the test fails with its complaint.
      assertEquals(Parsed.of(words), usual.get(), line::toString);
    }
    assertTrue(understood > 200, "only " + understood + " lines were compared");
  }
}
