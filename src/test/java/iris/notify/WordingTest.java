package iris.notify;

import static iris.notify.Story.SIV;
import static iris.signal.Priority.P1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final Story story = new Story();
  private final Wording french = new Wording(Words.of(Lang.FR, PARIS));
  private final Wording english = new Wording(Words.of(Lang.EN, PARIS));

  private String title(Wording wording) {
    return wording.toast(story.last.notice().orElseThrow(), story.now.wall()).title();
  }

  @Test
  void anOutageSaysWhoSinceWhenAndWhoseFault() {
    story.raise(SIV, P1).decide();
    assertEquals("SIV indisponible depuis 15:12 – origine\u00a0: service externe (probable)", title(french));
    assertEquals("SIV unavailable since 15:12 – origin: external service (probable)", title(english));
  }

  @Test
  void aRecoverySaysWhenAndHowLong() {
    story.raise(SIV, P1).decide();
    story.after(Duration.ofMinutes(15)).clear(SIV, P1).decide();
    assertEquals("SIV rétabli à 15:27 – indisponibilité 15\u00a0min (±5\u00a0min)", title(french));
    assertEquals("SIV back at 15:27 – outage 15\u00a0min (±5\u00a0min)", title(english));
  }

  @Test
  void aStormSaysHowManyAndNamesThree() {
    for (int i = 0; i < 25; i++) story.raise(Story.outage("s" + i), P1);
    Toast toast = french.toast(story.decide().notice().orElseThrow(), story.now.wall());
    assertEquals("25 nouvelles alarmes, priorité la plus haute P1", toast.title());
    assertEquals(4, toast.text().lines().count());
    assertTrue(toast.text().endsWith("et 22 autres, voir IRIS"), toast.text());
  }

  @Test
  void everyCallHasWordsInBothLanguages() {
    for (Lang lang : Lang.values()) {
      Words words = Words.of(lang, PARIS);
      assertEquals(List.of(), Wording.keys().stream().filter(k -> !words.knows(k)).toList());
    }
  }

  @Test
  void aHostileTitleIsOneDullLine() {
    String evil = "SIV\u0000\u001b[31m\r\n\u202egnp.exe \ud800 <b>x</b> " + "é".repeat(5_000);
    String line = Plain.line(evil, 120);
    assertEquals(120, line.length());
    assertTrue(line.startsWith("SIV[31m gnp.exe  <b>x</b> é"), line);
    assertFalse(line.contains("\n"));
  }
}
