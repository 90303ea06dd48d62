package iris.settings;

import java.nio.file.Path;

/**
 * How the values of an option are written.
 *
 * @param range what fits, in the notation of the example file: {@code 15s..1h}, {@code auto | fr | en}
 */
record Kind<T>(String range, Form<T> form) {
  /** Reads a written value; {@code base} is the directory of the file, which relative paths start from. */
  @FunctionalInterface
  interface Form<T> {
    Taken<T> read(String written, Path base);
  }

  Taken<T> read(String written, Path base) {
    return form.read(written.strip(), base);
  }
}
