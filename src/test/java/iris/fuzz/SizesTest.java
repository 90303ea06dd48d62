package iris.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files as large as are read at all, of what made a reader slow or greedy once. */
@Timeout(300)
class SizesTest {
  private static void isKept(String text) {
    byte[] input = text.getBytes(StandardCharsets.UTF_8);
    for (SettingsTrial.File file : SettingsTrial.File.values())
      assertEquals(Optional.empty(), Verdicts.of(new SettingsTrial(file), input), file::name);
  }

  @Test
  void aHundredThousandKeysAreComparedOnceEach() {
    StringBuilder text = new StringBuilder("feeds:\n");
    for (int n = 0; n < 100_000; n++) text.append(' ').append(Integer.toString(n, 36)).append(":\n");
    isKept(text.toString());
  }

  @Test
  void aKeyOfHalfAMegabyteIsNobodysMisspelling() {
    isKept("display:\n  ? " + "x".repeat(500_000) + "\n  : 1\n");
  }

  @Test
  void bracketsWithoutAnEndAreRefusedBeforeTheStackIs() {
    isKept("feeds:\n  siv: " + "[".repeat(500_000));
    isKept("agent:\n  id: " + "{a: ".repeat(200_000));
  }

  @Test
  void thousandsOfMistakesAreSaidInSentencesThatCanBeRead() {
    isKept("sound:\n" + "  volume: loud\n".repeat(20_000));
  }
}
