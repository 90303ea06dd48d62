package iris.ui.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the window looks and where it stands; settings, not state.
 *
 * @param wallMode starts as a wall: full screen, no pointer, no acts
 * @param screen index of the screen to stand on, 0 first; empty: where the desktop puts it
 * @param distance viewing distance in metres, 0.3 to 30
 * @param diagonal of the screen in inches, 5 to 200; empty: what the screen says of itself
 * @param demo the sentence that says "this is a demonstration"; empty in earnest
 * @param first nothing is configured yet: the strip offers to add a feed
 * @param readOnly why no act is taken (a second console on one profile); empty when acts are taken
 * @param elsewhen marks a window that shows another time than now; empty in life
 */
public record WindowOptions(
    Theme theme,
    Motion motion,
    boolean wallMode,
    OptionalInt screen,
    double distance,
    Optional<Double> diagonal,
    Optional<String> demo,
    boolean first,
    Optional<String> readOnly,
    Optional<Elsewhen> elsewhen) {

  /** AUTO follows the desktop. */
  public enum Theme {
    AUTO,
    DARK,
    LIGHT
  }

  /** Whether movement is reduced; AUTO follows the desktop. */
  public enum Motion {
    AUTO,
    REDUCED,
    FULL
  }

  public WindowOptions {
    Objects.requireNonNull(theme);
    Objects.requireNonNull(motion);
    Objects.requireNonNull(screen);
    Objects.requireNonNull(diagonal);
    Objects.requireNonNull(demo);
    Objects.requireNonNull(readOnly);
    Objects.requireNonNull(elsewhen);
    if (!(distance >= 0.3 && distance <= 30)) throw new IllegalArgumentException("viewing distance " + distance + " m");
    diagonal.ifPresent(d -> {
      if (!(d >= 5 && d <= 200)) throw new IllegalArgumentException("screen diagonal " + d + " inches");
    });
  }

  /** A desk at arm's length, everything else as the desktop has it. */
  public static WindowOptions desk() {
    return new WindowOptions(Theme.AUTO, Motion.AUTO, false, OptionalInt.empty(), 0.7, Optional.empty(),
        Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  public WindowOptions with(Theme other) {
    return new WindowOptions(other, motion, wallMode, screen, distance, diagonal, demo, first, readOnly, elsewhen);
  }

  public WindowOptions with(Motion other) {
    return new WindowOptions(theme, other, wallMode, screen, distance, diagonal, demo, first, readOnly, elsewhen);
  }

  public WindowOptions onWall(double metres) {
    return new WindowOptions(theme, motion, true, screen, metres, diagonal, demo, first, readOnly, elsewhen);
  }

  public WindowOptions withDemo(String sentence) {
    return new WindowOptions(theme, motion, wallMode, screen, distance, diagonal, Optional.of(sentence), first, readOnly,
        elsewhen);
  }

  public WindowOptions withReadOnly(String sentence) {
    return new WindowOptions(theme, motion, wallMode, screen, distance, diagonal, demo, first, Optional.of(sentence),
        elsewhen);
  }

  /** At a first start: the strip offers to add a feed. */
  public WindowOptions withOffer() {
    return new WindowOptions(theme, motion, wallMode, screen, distance, diagonal, demo, true, readOnly, elsewhen);
  }

  /** The same beside the wall, which is another window. */
  public WindowOptions onDesk() {
    return new WindowOptions(theme, motion, false, screen, distance, diagonal, demo, first, readOnly, elsewhen);
  }

  /** What the strip says: why nothing is done here, unless the window says so by what it is, and what is only shown. */
  public String strip() {
    return Stream.of(elsewhen.isPresent() ? Optional.<String>empty() : readOnly, demo).flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /** A window that shows another time, and does nothing. */
  public WindowOptions at(Elsewhen time, String readOnly) {
    return new WindowOptions(theme, motion, wallMode, screen, distance, diagonal, demo, first, Optional.of(readOnly),
        Optional.of(time));
  }
}
