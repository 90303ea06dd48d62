package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "ralentissement SIV | Ralentissement du SIV | false",
    "ralentissement du siv | Ralentissement du SIV ce matin | true",
    "ralentissement * siv | RALENTISSEMENT important et durable du SIV | true",
    "siv * ralentissement | Ralentissement du SIV | false",
    "acces degrade | Accès dégradé | true",
    "accès | Plus d'accès ! | true",
    "panne | empannage | false",
    "*panne* | Dépannées | true",
    "retabl* | Service rétabli | true",
    "a*b*c | aXbYc | true",
    "a*b*c | aXbY | false",
    "* | n'importe quoi | false",
    "panne | '' | false",
  })
  void wordsAreFoundWholeAndInTheirOrder(String pattern, String text, boolean found) {
    assertEquals(found, WordPattern.of(pattern).in(text), pattern + " in " + text);
  }

  @Test
  void noTextMakesTheWalkLong() {
    String stars = "a*".repeat(90) + "b";
    String text = ("a".repeat(300) + " ").repeat(3000);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertEquals(false, WordPattern.of(stars).in(text)));
    assertTimeoutPreemptively(Duration.ofSeconds(60),
        () -> assertEquals(false, WordPattern.of("aa * ".repeat(40) + "b").in("aa ".repeat(200_000))));
  }

  @Test
  void aRuleThatWouldSpeakOfEverythingIsNotSound() {
    assertEquals(0, WordPattern.of("* ** *").weight());
    assertEquals(2, WordPattern.of("* ab* *").weight());
  }

  @Test
  void theWordsProposedAreTheTitlesOwnWithoutWhatChanges() {
    assertEquals("Ticket * lenteurs sur le SIV", Criterion.proposed("Ticket #4711 : lenteurs sur le SIV"));
    assertEquals("Zorglub des serveurs", Criterion.proposed("12/11/2026 08:15 - Zorglub des serveurs 22/11"));
    assertEquals("", Criterion.proposed("2026 !"));
  }
}
