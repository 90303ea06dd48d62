package iris.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report can be written as. */
public enum Format {
  PDF,
  HTML,
  CSV,
  JSON;

  /** End of the name of a file, and word of the settings. */
  public String end() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the end of a file's name; empty: none of ours. */
  public static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> name.endsWith("." + f.end())).findFirst();
  }
}
