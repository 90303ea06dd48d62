package iris.app;

import iris.settings.Display;
import iris.signal.Reason;
import java.io.IOException;

/** The one way in: every command of {@code iris} starts here. */
public final class Main {
  /** Exit code of a line that cannot be followed, of a bad configuration, and of a missing display. */
  static final int MISUSED = 2;
  /** Exit code of what should not happen; 3 since that is "unknown" to whoever calls {@code check}. */
  static final int FAILED = 3;

  private Main() {}

  public static void main(String[] args) {
    // Read by the logging when somebody first logs, which in a short command is never.
    System.setProperty("java.util.logging.config.class", Logs.class.getName());
    System.exit(run(args));
  }

  private static int run(String[] args) {
    Terminal terminal = Terminal.of(Orders.language(args).orElse(Display.Language.AUTO));
    try {
      int code = Commands.run(Orders.of(args), terminal);
      // A full disk, a closed pipe: whoever reads only the code must not take an answer that was lost for "well".
      return code == 0 && terminal.out().checkError() ? FAILED : code;
    } catch (Misuse e) {
      terminal.complain(e.reason());
      return MISUSED;
    } catch (InterruptedException e) {
      return FAILED;
    } catch (RuntimeException | IOException e) {
      // A bug of ours, or a machine that is out of everything: the trace is for the log, the sentence for the user.
      System.getLogger("iris").log(System.Logger.Level.ERROR, "unexpected", e);
      terminal.complain(Reason.of("app.unexpected", e));
      return FAILED;
    }
  }
}
