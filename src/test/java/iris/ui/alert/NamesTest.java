package iris.ui.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  @Test
  void aPartOfTheConsoleHasAName() {
    assertEquals("notifications du bureau", Names.part("toast", FR));
    assertEquals("certificat de darva", Names.part("certificate darva", FR));
    assertEquals("x-ray", Names.part("x-ray", FR));
  }

  @Test
  void aReasonBecomesASentence() {
    assertEquals("Flux joint", Names.sentence(Reason.of("flux joint"), FR));
    assertEquals("À 15:12", Names.sentence(Reason.of("à 15:12"), FR));
    assertEquals("p95 de 4 s", Names.sentence(Reason.of("p95 de 4 s"), FR));
    assertEquals("L'agent se tait", Names.sentence(Reason.of("l'agent se tait"), FR));
  }
}
