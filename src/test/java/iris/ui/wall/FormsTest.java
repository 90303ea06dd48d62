package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.draw.Box;
import iris.ui.draw.Pen;
import iris.ui.draw.Ruler;
import iris.ui.gallery.Exhibits;
import iris.ui.gallery.Gallery;
import iris.ui.picture.OffScreen;
import iris.ui.theme.Type;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that has no room is said in a shorter form before a word of it is cut. */
class FormsTest {
  private static final TileWords FR = new TileWords(Words.of(Lang.FR, ZoneId.of("Europe/Paris")));

  private static TileModel outage() {
    return WallModel.of(Gallery.oneDown(), Exhibits.NOW).tiles().getFirst();
  }

  @Test
  void theAgeLosesItsWordsBeforeItsFigures() throws Exception {
    OffScreen.call(() -> {
      Pen pen = new Pen(null, new Ruler());
      List<String> forms = FR.ages(outage(), Exhibits.NOW);
      assertEquals("mesure il y a 4\u00a0min\u00a036\u00a0s", forms.getFirst());
      assertEquals(forms.get(0), pen.fitting(forms, new Box(0, 0, 200, 20), Type.REGULAR, 12));
      assertEquals(forms.get(1), pen.fitting(forms, new Box(0, 0, 100, 20), Type.REGULAR, 12));
      assertEquals(forms.get(2), pen.fitting(forms, new Box(0, 0, 70, 20), Type.REGULAR, 12));
      return null;
    });
  }

  @Test
  void theOriginLosesHowSureItIsBeforeWhoseFaultItIs() throws Exception {
    OffScreen.call(() -> {
      Pen pen = new Pen(null, new Ruler());
      List<String> forms = FR.lines(outage(), Exhibits.NOW).getFirst();
      assertTrue(forms.getFirst().endsWith("(confiance élevée)"), forms::toString);
      assertEquals(List.of(forms.get(0)), pen.wrap(forms, Type.REGULAR, 14, 300, 1));
      assertEquals(List.of(forms.get(1)), pen.wrap(forms, Type.REGULAR, 14, 160, 1));
      assertEquals(2, pen.wrap(forms, Type.REGULAR, 14, 160, 2).size());
      return null;
    });
  }
}
