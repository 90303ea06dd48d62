package iris.rss.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The word lists beside this class: lines of {@code NAME: value, value}. */
final class Tables {
  private Tables() {}

  record Row(String name, List<String> values) {}

  static List<Row> read(String file) {
    List<Row> rows = new ArrayList<>();
    for (String line : text(file).split("\n")) {
      int colon = line.indexOf(": ");
      if (line.startsWith("#") || colon < 0) continue;
      List<String> values = Arrays.stream(line.substring(colon + 2).split(", ")).map(String::strip).toList();
      rows.add(new Row(line.substring(0, colon), values));
    }
    return rows;
  }

  private static String text(String file) {
    try (InputStream in = Tables.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("the program is damaged: no " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
