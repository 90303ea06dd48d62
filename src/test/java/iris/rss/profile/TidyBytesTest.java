package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to a text may say no to anything; what it says yes to is what the slow way makes of it. */
class TidyBytesTest {
  private static final String[] PIECES = {"a", "bc", " ", "é", "Ü", "’", "…", "–", "\u202F", "\u00A0", "\n", "\t", "\r",
      "\u200E", "\u202E", "\u2028", "\u2066", "\u0085", "\u007F", "\u3000", "\u2003", "日本", "😀",
      "&amp;", "\uFFFE", "]", "\""};

  private static int end(String text, boolean line) {
    return TidyBytes.end(Samples.utf8(text + "</title></item></rss>"), 0, 1_000, line);
  }

  @Test
  void whatIsTakenStraightIsTidy() {
    Random random = new Random(3);
    int taken = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--)
        made.append(random.nextInt(3) == 0 ? PIECES[random.nextInt(PIECES.length)] : "mot");
      String text = made.toString();
      boolean line = random.nextBoolean();
      int end = end(text, line);
      if (end < 0) continue;
      taken++;
      assertEquals(Samples.utf8(text).length, end, text);
      assertTrue(Texts.isTidy(text.toCharArray(), 0, text.length(), 1_000, line), text);
      assertTrue(!text.contains("&"), text);
    }
    assertTrue(taken > 20_000, "taken " + taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIV : 1 248 transactions, réponse 350 ms",
      "L’été\u202F: «\u00A0rétabli\u00A0» – enfin… oui", "x"})
  void usualTextsAreTakenStraight(String text) {
    assertEquals(Samples.utf8(text).length, end(text, true));
  }

  @Test
  void aTextOverTheLimitAndOneWithoutAnEndAreNotTaken() {
    byte[] long100 = Samples.utf8("y".repeat(100) + "</title></item>");
    assertEquals(100, TidyBytes.end(long100, 0, 100, true));
    assertEquals(-1, TidyBytes.end(long100, 0, 99, true));
    assertEquals(-1, TidyBytes.end(Samples.utf8("y".repeat(100)), 0, 1_000, true));
    assertEquals(-1, TidyBytes.end(Samples.utf8("é"), 0, 1_000, true));
  }

  /** Another name of the same encoding sends a document down the slow way: the answers must not differ. */
  @Test
  void bothWaysReadTheSameFromDamagedDocuments() {
    String good = new String(Samples.write(Samples.allKinds()), StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int round = 0; round < 1_500; round++) {
      StringBuilder text = new StringBuilder(good);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = good.indexOf("<channel>") + random.nextInt(good.length() - good.indexOf("<channel>") - 60);
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
      String quick = text.toString();
      String slow = quick.replace("encoding=\"UTF-8\"", "encoding=\"utf8\"");
      assertTrue(!slow.equals(quick));
      assertEquals(read(slow), read(quick), quick);
    }
  }

  private static Reading read(String document) {
    return Rss.read(Samples.utf8(document), ReadOptions.of("x", "X"));
  }
}
