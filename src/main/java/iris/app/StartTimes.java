package iris.app;

import iris.ui.desk.FirstTiles.Seen;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Consumer;

/** Says when the window, its first tile and its first fresh tile were there, for who measures the start. */
final class StartTimes {
  /** With {@code IRIS_JAVA_OPTIONS=-Diris.start.times=true} the program says them on standard output. */
  static final String ASKED = "iris.start.times";

  private StartTimes() {}

  /** What takes the moments; says nothing unless asked. */
  static Consumer<Seen> of(PrintStream out) {
    if (!Boolean.getBoolean(ASKED)) return seen -> {};
    return seen -> {
      out.println("iris.start " + seen + " " + Instant.now().toEpochMilli());
      out.flush();
    };
  }
}
