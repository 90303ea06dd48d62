package iris.settings;

import java.util.Optional;

/**
 * One row of the table.
 *
 * @param name as written in the file, in lower case with hyphens; unique in its section; {@code a.b} stands in a block
 *     {@code a} of its own
 * @param standard the value where the file says nothing; empty: there is none
 * @param sample what the example file shows
 * @param required the file must give it
 */
public record Option<T>(Section section, String name, Kind<T> kind, Optional<T> standard, String sample, boolean required) {
  static <T> Option<T> of(Section section, String name, Kind<T> kind, T standard, String sample) {
    return new Option<>(section, name, kind, Optional.of(standard), sample, false);
  }

  static <T> Option<T> may(Section section, String name, Kind<T> kind, String sample) {
    return new Option<>(section, name, kind, Optional.empty(), sample, false);
  }

  static <T> Option<T> must(Section section, String name, Kind<T> kind, String sample) {
    return new Option<>(section, name, kind, Optional.empty(), sample, true);
  }

  /** Key of the sentence that explains it. */
  public String doc() {
    return "settings.doc." + section.word() + "." + name;
  }

  public String range() {
    return kind.range();
  }
}
