package iris.app;

import iris.settings.Display;

/**
 * What the build starts once, without a display, so that the machine can remember in its start cache what
 * {@code check}, {@code snapshot} and the console load. Not a command: users have no use for it.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) throws Exception {
    Terminal terminal = Terminal.of(Display.Language.FR);
    for (String line : new String[] {"--version", "help", "--check-config"})
      Commands.run(Orders.of(line), terminal);
  }
}
