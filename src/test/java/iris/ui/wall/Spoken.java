package iris.ui.wall;

import iris.words.Words;
import java.time.Instant;

/** What a tile says, for tests of what a person hears of a fault. */
public final class Spoken {
  private Spoken() {}

  /** All of it, as a reader who listens has it. */
  public static String of(TileModel tile, Instant now, Words words) {
    return new TileWords(words).sentence(tile, now);
  }

  /** How much of the ring of life is left, 1 to 0. */
  public static double life(TileModel tile, Instant now) {
    return TileWords.life(tile, now);
  }
}
