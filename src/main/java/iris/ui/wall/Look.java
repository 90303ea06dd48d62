package iris.ui.wall;

import java.util.Objects;

/**
 * How the wall is to look, whatever it shows.
 *
 * @param sight who looks from where
 * @param still nothing blinks: the steady inverse instead (the reader's wish for reduced motion)
 * @param readOnly wall mode: no focus, no selection; pages turn by themselves
 */
public record Look(Sight sight, boolean still, boolean readOnly) {
  public static final Look DESK = new Look(Sight.DESK, false, false);

  public Look {
    Objects.requireNonNull(sight);
  }

  public Look withStill(boolean yes) {
    return new Look(sight, yes, readOnly);
  }
}
