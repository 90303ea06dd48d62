package iris.app;

import iris.settings.Display;
import java.util.Locale;

/** The one way in: every command of {@code iris} starts here. */
public final class Main {
  /** Exit code of a line that cannot be followed, of a bad configuration, and of a missing display. */
  static final int MISUSED = 2;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    boolean posix = !System.getProperty("os.name").startsWith("Windows") && !System.getProperty("os.name").startsWith("Mac");
    Display.Language wanted = Orders.language(args).orElse(Display.Language.AUTO);
    Terminal terminal = Terminal.of(
        Terminal.lang(wanted, System.getenv(), Locale.getDefault(Locale.Category.DISPLAY), posix));
    try {
      return Commands.run(Orders.of(args), terminal);
    } catch (Misuse e) {
      terminal.complain(e.reason());
      return MISUSED;
    }
  }
}
