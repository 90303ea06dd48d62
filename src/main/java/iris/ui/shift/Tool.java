package iris.ui.shift;

import iris.ui.page.Seen;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** One thing that can be done on this page, in its own pane. */
interface Tool {
  /** Its place, its key and its words: {@code ui.shift.tool.note} and so on. */
  enum Kind {
    NOTE(KeyCode.N),
    SIGN(KeyCode.R),
    PAPER(KeyCode.P),
    EXERCISE(KeyCode.E),
    CHECK(KeyCode.C);

    private final KeyCode key;

    Kind(KeyCode key) {
      this.key = key;
    }

    KeyCode key() {
      return key;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(KeyCode key) {
      for (Kind kind : values()) if (kind.key == key) return Optional.of(kind);
      return Optional.empty();
    }
  }

  Kind kind();

  Region root();

  void show(Seen seen, Sheet sheet);

  /** A hand has chosen it: what it wants first has the focus. */
  void opened();

  default void close() {}
}
