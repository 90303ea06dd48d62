package iris.app;

import iris.settings.Display;
import iris.settings.Settings;
import iris.ui.desk.WindowOptions;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings to what the window wants to know. */
final class Showing {
  /** From where a desk is looked at, and a wall of which nobody said it, in metres. */
  private static final double DESK = 0.7;
  private static final double WALL = 2;

  private Showing() {}

  /** @param demo the sentence of the banner; {@code readOnly} why nothing can be done here */
  static WindowOptions of(Display display, Optional<String> demo, Optional<String> readOnly) {
    return new WindowOptions(
        switch (display.theme()) {
          case AUTO -> WindowOptions.Theme.AUTO;
          case DARK -> WindowOptions.Theme.DARK;
          case LIGHT -> WindowOptions.Theme.LIGHT;
        },
        switch (display.motion()) {
          case AUTO -> WindowOptions.Motion.AUTO;
          case FULL -> WindowOptions.Motion.FULL;
          case REDUCED -> WindowOptions.Motion.REDUCED;
        },
        display.wall(),
        display.wall() ? OptionalInt.of(display.screen() - 1) : OptionalInt.empty(),
        display.distanceMetres().orElse(display.wall() ? WALL : DESK),
        display.diagonalInches().isPresent() ? Optional.of(display.diagonalInches().getAsDouble()) : Optional.empty(),
        demo,
        false,
        readOnly,
        Optional.empty());
  }

  /** The command line goes before the file. */
  static Settings asOrdered(Settings settings, Order.Common common, boolean wall, Optional<Integer> screen) {
    Display display = settings.display();
    if (common.language().isPresent()) display = display.with(common.language().get());
    if (common.theme().isPresent()) display = display.with(common.theme().get());
    return settings.with(display.onWall(wall || display.wall(), screen.orElse(display.screen())));
  }
}
