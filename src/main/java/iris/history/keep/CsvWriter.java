package iris.history.keep;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * RFC 4180, comma, lines end with CR LF, the names first. Words that a spreadsheet would take for a formula have an
 * apostrophe before them (and so have words with an apostrophe first): a title comes from a feed, and "=HYPERLINK(…)"
 * must not become one on the desk of a manager. A spreadsheet in French parts cells at semicolons and knows no quotes
 * within them: words behind one are guarded likewise. {@link CsvReader} takes it off again.
 */
final class CsvWriter implements RowWriter {
  static final String GUARDED = "=+-@\t\r'";
  /** What parts cells or lines for some spreadsheet, quotes or not. */
  static final String PARTING = ";\t\r\n";

  private final List<Column> columns;
  private final Writer out;

  CsvWriter(Kind kind, Writer out) throws IOException {
    columns = kind.columns();
    this.out = out;
    out.write(String.join(",", kind.names()));
    out.write("\r\n");
  }

  @Override
  public void write(Cells row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) out.write(',');
      cell(columns.get(i), row.get(columns.get(i).name()));
    }
    out.write("\r\n");
  }

  private void cell(Column column, String value) throws IOException {
    if (value.isEmpty()) return;
    String guarded = switch (column.type()) {
      case TEXT -> guarded(value);
      // Within JSON it stands in a string.
      case JSON -> value.replace(";", "\\u003b");
      case NUMBER -> value;
    };
    if (plain(guarded)) {
      out.write(guarded);
      return;
    }
    out.write('"');
    out.write(guarded.replace("\"", "\"\""));
    out.write('"');
  }

  private static String guarded(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean starts = i == 0 || PARTING.indexOf(value.charAt(i - 1)) >= 0;
      if (starts && GUARDED.indexOf(c) >= 0) out.append('\'');
      out.append(c);
    }
    return out.toString();
  }

  /** The words without their guards. */
  static String unguarded(String value) {
    if (value.indexOf('\'') < 0) return value;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean guard = c == '\'' && (i == 0
          || PARTING.indexOf(value.charAt(i - 1)) >= 0 && i + 1 < value.length() && GUARDED.indexOf(value.charAt(i + 1)) >= 0);
      if (!guard) out.append(c);
    }
    return out.toString();
  }

  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r') return false;
    }
    return true;
  }
}
