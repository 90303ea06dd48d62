package iris.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the console shows itself.
 *
 * @param screen 1 is the first screen; used by the wall
 * @param distanceMetres from eye to screen, 0.3 to 30; empty: a desk
 * @param diagonalInches of the screen, 7 to 300; empty: what the screen says of itself
 * @param operator who acts here; empty: who is logged in
 */
public record Display(
    Language language,
    Theme theme,
    Motion motion,
    boolean wall,
    int screen,
    OptionalDouble distanceMetres,
    OptionalDouble diagonalInches,
    Optional<String> operator) {

  /** AUTO follows the locale of the session. */
  public enum Language {
    AUTO,
    FR,
    EN
  }

  /** AUTO follows the colour scheme of the desktop. */
  public enum Theme {
    AUTO,
    DARK,
    LIGHT
  }

  /** AUTO follows the desktop's wish for less motion. */
  public enum Motion {
    AUTO,
    FULL,
    REDUCED
  }

  public Display {
    Objects.requireNonNull(language);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(motion);
    Objects.requireNonNull(distanceMetres);
    Objects.requireNonNull(diagonalInches);
    Objects.requireNonNull(operator);
    if (screen < 1) throw new IllegalArgumentException("screens count from 1: " + screen);
  }

  public Display with(Language other) {
    return new Display(other, theme, motion, wall, screen, distanceMetres, diagonalInches, operator);
  }

  public Display with(Theme other) {
    return new Display(language, other, motion, wall, screen, distanceMetres, diagonalInches, operator);
  }

  public Display onWall(boolean yes, int onScreen) {
    return new Display(language, theme, motion, yes, onScreen, distanceMetres, diagonalInches, operator);
  }
}
