package iris.app;

import iris.ui.desk.FirstTiles.Seen;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Consumer;

/** Says when the empty window, the real one, its first tile and its first fresh tile were there, for who measures the start. */
final class StartTimes {
  /** With {@code IRIS_JAVA_OPTIONS=-Diris.start.times=true} the program says them on standard output. */
  static final String ASKED = "iris.start.times";

  private StartTimes() {}

  /** What takes the moments; says nothing unless asked. */
  static Consumer<Seen> of(PrintStream out) {
    return Boolean.getBoolean(ASKED) ? seen -> say(out, seen.name()) : seen -> {};
  }

  /** What says, if asked, that the window is there, with the sentence that it is reading. */
  static Runnable frame(PrintStream out) {
    return Boolean.getBoolean(ASKED) ? () -> say(out, "FRAME") : () -> {};
  }

  private static void say(PrintStream out, String what) {
    out.println("iris.start " + what + " " + Instant.now().toEpochMilli());
    out.flush();
  }
}
