package iris.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The help names keys as the sentences beside it do. */
class KeycapsTest {
  private static List<String> said(Lang lang) {
    Words words = Words.of(lang, ZoneOffset.UTC);
    return Stream.of("A", "Esc", "Enter", "⏎", "⇧ A", "⇞ ⇟").map(key -> Keycaps.say(key, words).replace('\u00a0', ' ')).toList();
  }

  @Test
  void aFrenchKeyboardHasItsOwnNames() {
    assertEquals(List.of("A", "Échap", "Entrée", "Entrée", "Maj A", "Page préc., Page suiv."), said(Lang.FR));
  }

  @Test
  void anEnglishKeyboardHasItsOwn() {
    assertEquals(List.of("A", "Esc", "Enter", "Enter", "Shift A", "Page up, Page down"), said(Lang.EN));
  }
}
