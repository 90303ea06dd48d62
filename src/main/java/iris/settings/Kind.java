package iris.settings;

import java.nio.file.Path;

/**
 * How the values of an option are written.
 *
 * @param range what fits, in the notation of the example file: {@code 15s..1h}, {@code auto | fr | en}
 * @param joint may also be written as a list, which is read as its items with this between them; empty: no list
 */
public record Kind<T>(String range, Form<T> form, String joint) {
  static final String NAMES = ", ";
  /** For items that may have commas in them. */
  static final String LINES = "\n";

  /** Reads a written value; {@code base} is the directory of the file, which relative paths start from. */
  @FunctionalInterface
  public interface Form<T> {
    Taken<T> read(String written, Path base);
  }

  public Kind(String range, Form<T> form) {
    this(range, form, "");
  }

  public Kind(String range, Form<T> form, boolean many) {
    this(range, form, many ? NAMES : "");
  }

  public boolean many() {
    return !joint.isEmpty();
  }

  public Taken<T> read(String written, Path base) {
    return form.read(written.strip(), base);
  }
}
