package iris.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows the choices of a box by name; in a box that takes no typing. */
public final class Named {
  private Named() {}

  public static <T> StringConverter<T> by(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T choice) {
        return choice == null ? "" : name.apply(choice);
      }

      @Override
      public T fromString(String typed) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }
}
