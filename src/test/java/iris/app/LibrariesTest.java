package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LibrariesTest {
  @Test
  void whatIsMissingIsNamedInASentenceThatSaysWhatToInstall() {
    var why = Libraries.lacking(Libraries.WINDOW, library -> !library.contains("pango") && !library.contains("gtk"));
    for (Lang lang : Lang.values()) {
      String said = Words.of(lang, ZoneId.of("Europe/Paris")).say(why.orElseThrow());
      assertTrue(said.contains("libpangoft2-1.0.so.0, libgtk-3.so.0"), said);
      assertTrue(said.contains("libgtk-3-0"), said);
    }
  }

  @Test
  void whereAllAreThereNothingIsSaid() {
    assertEquals(Optional.empty(), Libraries.lacking(Libraries.WINDOW, library -> true));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theLoaderOfTheSystemIsAskedForWhatLiesInNoUsualPlace() {
    assertTrue(Libraries.there("libc.so.6"));
    assertFalse(Libraries.there("libnobody-has-this.so.9"));
    assertTrue(Libraries.lacking(List.of("libnobody-has-this.so.9")).isPresent());
  }
}
