package iris.ui.desk;

import java.util.Objects;
import java.util.Optional;

/** What one window wishes of the rest of the program; who wires the windows grants it. */
public sealed interface Wish {
  /**
   * The workstation's window, in front.
   *
   * @param page its id; empty: where it stood
   * @param subject service or feed to go to on that page
   */
  record Desk(Optional<String> page, Optional<String> subject) implements Wish {
    public Desk {
      Objects.requireNonNull(page);
      Objects.requireNonNull(subject);
    }
  }

  /** The window of the tiles, in front. */
  record Wall() implements Wish {}
}
