package iris.history.keep;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;

/** One object a line, the kind first; what is not known is left out. */
final class JsonWriter implements RowWriter {
  private final List<Column> columns;
  private final String head;
  private final Writer out;
  private final StringBuilder line = new StringBuilder();

  JsonWriter(Kind kind, Writer out) {
    columns = kind.columns();
    head = "{\"" + JsonReader.KIND + "\":\"" + kind.word() + '"';
    this.out = out;
  }

  @Override
  public void write(Cells row) throws IOException {
    line.setLength(0);
    line.append(head);
    for (Column column : columns) {
      String value = row.get(column.name());
      if (value.isEmpty()) continue;
      line.append(",\"").append(column.name()).append("\":");
      if (column.type() == Column.Type.TEXT) {
        line.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, line);
        line.append('"');
      } else {
        line.append(value);
      }
    }
    out.append(line.append("}\n"));
  }
}
