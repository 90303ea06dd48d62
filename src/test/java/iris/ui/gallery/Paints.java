package iris.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what JavaFX complains of while something is styled: a colour that no sheet knows is a line in a log of nobody. */
public final class Paints extends Handler implements AutoCloseable {
  private final Logger css = Logger.getLogger("javafx.css");
  private final List<String> said = new CopyOnWriteArrayList<>();

  public Paints() {
    css.addHandler(this);
  }

  @Override
  public void publish(LogRecord complaint) {
    said.add(complaint.getMessage());
  }

  @Override
  public void flush() {}

  /** Nothing was complained of. */
  @Override
  public void close() {
    css.removeHandler(this);
    assertEquals(List.of(), said.stream().distinct().toList(), "the style sheets were not understood");
  }
}
