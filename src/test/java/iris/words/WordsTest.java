package iris.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Words EN = Words.of(Lang.EN, ZoneId.of("Europe/Paris"));

  private static String fill(Words words, String message, String... args) {
    return Template.of(message).fill(List.of(args), words);
  }

  @Test
  void apostrophesSurvive() {
    assertEquals("l'agent n'a pas répondu", fill(FR, "l'agent n'a pas répondu"));
  }

  @Test
  void aTimeIsSaidInTheZoneOfTheReader() {
    assertEquals("depuis 15:12", fill(FR, "depuis {0:time}", "2026-11-22T14:12:20Z"));
  }

  @Test
  void aWordAgreesWithItsNumber() {
    assertEquals("0 fenêtre", fill(FR, "{0} {0|fenêtre|fenêtres}", "0"));
    assertEquals("0 windows", fill(EN, "{0} {0|window|windows}", "0"));
    assertEquals("2 windows", fill(EN, "{0} {0|window|windows}", "2"));
  }

  @Test
  void whatIsNotATimeIsShownAsItIs() {
    assertEquals("depuis hier", fill(FR, "depuis {0:time}", "hier"));
  }

  @Test
  void anUnknownKeyIsShownAndNothingThrows() {
    assertEquals("no.such.key [7]", FR.say(Reason.of("no.such.key", 7)));
  }

  @Test
  void nothingShortOfAllPrintsAsHundred() {
    assertEquals("99.96%", EN.figures().percent(0.99969, 2));
    assertEquals("99.99%", EN.figures().percent(0.999999999, 2));
    assertEquals("100.00%", EN.figures().percent(1, 2));
    assertEquals("99.95%", EN.figures().percent(0.9995, 2));
  }

  @Test
  void aDayOfAnotherYearHasItsYear() {
    Instant now = Instant.parse("2026-11-22T14:00:00Z");
    assertEquals("14:12", FR.figures().when(Instant.parse("2026-11-22T13:12:00Z"), now));
    assertEquals("21/11 14:12", FR.figures().when(Instant.parse("2026-11-21T13:12:00Z"), now));
    assertEquals("19/06/2025", FR.figures().when(Instant.parse("2025-06-19T13:12:00Z"), now));
    assertEquals("21/11", FR.figures().clockOrDay(Instant.parse("2026-11-21T13:12:00Z"), now));
  }

  @Test
  void numbersAreGroupedByThreesAsTheLanguageHasThem() {
    assertEquals("0", FR.figures().number(0));
    assertEquals("999", FR.figures().number(999));
    assertEquals("-999", FR.figures().number(-999));
    assertEquals("1\u202f000", FR.figures().number(1000));
    assertEquals("-12\u202f345", FR.figures().number(-12_345));
    assertEquals("1,234,567", Words.of(Lang.EN, FR.figures().zone()).figures().number(1_234_567));
    assertEquals("9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f807", FR.figures().number(Long.MAX_VALUE));
  }

  @Test
  void durationsHaveTwoUnits() {
    assertEquals("1\u00a0h\u00a005", FR.figures().length(Duration.ofMinutes(65)));
    assertEquals("1\u00a0h", FR.figures().length(Duration.ofHours(1)));
    assertEquals("15\u00a0min", FR.figures().length(Duration.ofMinutes(15)));
    assertEquals("1\u00a0j", FR.figures().length(Duration.ofDays(1)));
    assertEquals("2\u00a0d\u00a003\u00a0h", Words.of(Lang.EN, FR.figures().zone()).figures().length(Duration.ofHours(51)));
    assertEquals("1\u00a0h\u00a005", FR.figures().span(Duration.ofMinutes(65)));
    assertEquals("4\u00a0min\u00a007\u00a0s", FR.figures().age(Duration.ofSeconds(247)));
    assertEquals("15:12:20", FR.figures().clock(Instant.parse("2026-11-22T14:12:20Z")));
  }
}
