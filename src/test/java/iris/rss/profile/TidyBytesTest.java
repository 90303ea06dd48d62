package iris.rss.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to a text may say no to anything; what it says yes to is what the slow way makes of it. */
class TidyBytesTest {
  private static final String[] PIECES = {"a", "bc", " ", "é", "Ü", "’", "…", "–", "\u202F", "\u00A0", "\n", "\t", "\r",
      "\u200E", "\u202E", "\u2028", "\u2066", "\u0085", "\u007F", "\u3000", "\u2003", "日本", "😀",
      "&amp;", "\uFFFE", "]", "\""};

  private static String take(String text, boolean line) {
    return new TidyBytes(Samples.utf8(text + "</title></item></rss>"), 1_000).take(0, line);
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
      String read = take(text, line);
      if (read == null) continue;
      taken++;
      assertEquals(text, read);
      assertTrue(Texts.isTidy(text.toCharArray(), 0, text.length(), 1_000, line), text);
      assertTrue(!text.contains("&"), text);
    }
    assertTrue(taken > 20_000, "taken " + taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIV : 1 248 transactions, réponse 350 ms",
      "L’été\u202F: «\u00A0rétabli\u00A0» – enfin… oui", "x"})
  void usualTextsAreTakenStraight(String text) {
    assertEquals(text, take(text, true));
  }

  @Test
  void aTextOverTheLimitAndOneWithoutAnEndAreNotTaken() {
    byte[] long100 = Samples.utf8("y".repeat(100) + "</title></item>");
    assertEquals("y".repeat(100), new TidyBytes(long100, 100).take(0, true));
    assertNull(new TidyBytes(long100, 99).take(0, true));
    assertNull(new TidyBytes(Samples.utf8("y".repeat(100)), 1_000).take(0, true));
    assertNull(new TidyBytes(Samples.utf8("é"), 1_000).take(0, true));
    for (String cut : List.of("texte coupé", "aaaaaaaé", "coupé</", "l’été…")) {
      byte[] bytes = Samples.utf8(cut);
      for (int end = 1; end <= bytes.length; end++)
        assertNull(new TidyBytes(Arrays.copyOf(bytes, end), 1_000).take(0, true), cut + end);
    }
  }

  @Test
  void longTextsOfAllLettersOfOneByteOrTwoAreTakenWhole() {
    StringBuilder made = new StringBuilder("x");
    for (int i = 0; i < 3_000; i++) made.append(i % 3 == 0 ? (char) (0xA1 + i % 0x5F) : (char) ('!' + i % 26 % 4));
    String text = made + "z";
    assertEquals(text, new TidyBytes(Samples.utf8(text + "</description>"), 10_000).take(0, false));
  }

  /** What is taken is not asked for its letters: the parser passes over the same bytes and refuses them. */
  @Test
  void aLetterThatIsCutInTheMiddleIsRefusedByTheParser() {
    byte[] bytes = Samples.around("<item><title>xxé</title></item>");
    assertTrue(Rss.read(bytes, ReadOptions.of("x", "X")) instanceof Reading.Read);
    for (int i = 0; i < bytes.length; i++) if (bytes[i] == (byte) 0xC3) bytes[i + 1] = 'y';
    assertTrue(Rss.read(bytes, ReadOptions.of("x", "X")) instanceof Reading.Garbled);
  }

  @Test
  void aDateIsTakenOnlyInItsUsualFormAndWithNothingBehind() {
    String usual = "Sun, 22 Nov 2026 15:10:04 +0100";
    assertEquals(Instant.parse("2026-11-22T14:10:04Z"), date(usual + "</pubDate>"));
    assertNull(date(usual + "<b/></pubDate>"));
    assertNull(date(usual));
    assertNull(date(" " + usual + "</pubDate>"));
    assertNull(date("Sun, 32 Nov 2026 15:10:04 +0100</pubDate>"));
    assertNull(date("Sun, 22 Nov 2026 15:10:04 +1861</pubDate>"));
    assertNull(date("Sun, 22 Nov 2026 15:1é:04 +0100</pubDate>"));
    assertNull(date("22 Nov 2026 15:10:04 +0100</pubDate>"));
  }

  private static Instant date(String text) {
    return new TidyBytes(Samples.utf8(text), 1_000).date(0);
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
