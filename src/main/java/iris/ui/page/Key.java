package iris.ui.page;

import java.util.Objects;

/** A key of a page, and what it does, in the language of the page: for the help. */
public record Key(String key, String does) {
  public Key {
    Objects.requireNonNull(key);
    Objects.requireNonNull(does);
  }
}
