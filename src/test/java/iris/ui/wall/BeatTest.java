package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import iris.signal.Priority;
import iris.ui.draw.Bell;
import iris.ui.gallery.Exhibits;
import iris.ui.gallery.Gallery;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeatTest {
  private static final Instant NOW = Exhibits.NOW;

  private static Mark mark(Mark.Kind kind) {
    return new Mark(kind, Priority.P1, 0, Optional.empty(), 0);
  }

  /** Changes of the bell in 12 s. */
  private static int changes(Mark.Kind kind, boolean still) {
    int changes = 0;
    for (int ms = 1; ms <= 12_000; ms++)
      if (Beat.form(mark(kind), NOW.plusMillis(ms), still) != Beat.form(mark(kind), NOW.plusMillis(ms - 1), still)) changes++;
    return changes;
  }

  @Test
  void whatNobodyTookBlinksAtOneAndAHalfHertzAndWhatCameBackAtHalfOfThat() {
    assertEquals(36, changes(Mark.Kind.UNACKED, false));
    assertEquals(18, changes(Mark.Kind.RETURNED, false));
  }

  @Test
  void whatSomebodyHasIsSteady() {
    assertEquals(0, changes(Mark.Kind.ACKED, false));
    assertEquals(0, changes(Mark.Kind.SHELVED, false));
    assertNotEquals(Beat.form(mark(Mark.Kind.ACKED), NOW, false), Beat.form(mark(Mark.Kind.SHELVED), NOW, false));
  }

  @Test
  void whoWantsNoMovementSeesTheInverseInstead() {
    assertEquals(0, changes(Mark.Kind.UNACKED, true));
    assertEquals(Bell.Form.INVERSE, Beat.form(mark(Mark.Kind.UNACKED), NOW, true));
    assertEquals(Bell.Form.INVERSE, Beat.form(mark(Mark.Kind.RETURNED), NOW, true));
  }

  @Test
  void theRingIsFullAtAFreshWindowAndEmptyWhenTheNextIsDue() {
    TileModel tile = WallModel.of(Gallery.one(), NOW).tiles().getFirst();
    Instant spoke = tile.spoke().orElseThrow();
    assertEquals(1, TileWords.life(tile, spoke), 1e-9);
    assertEquals(0.5, TileWords.life(tile, spoke.plusSeconds(150)), 1e-9);
    assertEquals(0, TileWords.life(tile, spoke.plusSeconds(300)), 1e-9);
    assertEquals(0, TileWords.life(tile, spoke.plusSeconds(3000)), 1e-9);
  }

  @Test
  void nothingLivesBeforeItWasHeard() {
    TileModel tile = WallModel.of(new Exhibits().service("a", "A").neverHeard().and().board(), NOW).tiles().getFirst();
    assertEquals(0, TileWords.life(tile, NOW));
  }
}
