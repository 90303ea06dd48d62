package iris.history.keep;

import iris.signal.Reason;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of JSON, whose kinds may be mixed. Names that are not ours are passed over. */
final class JsonReader implements RowReader {
  static final String KIND = "row";
  private static final JsonMapper JSON = new JsonMapper();

  private final Chars in;
  private final StringBuilder text = new StringBuilder();
  private long number;

  JsonReader(Chars in) {
    this.in = in;
  }

  @Override
  public Optional<Line> next() throws IOException {
    while (true) {
      int end = line();
      if (end < 0 && text.isEmpty()) return Optional.empty();
      number++;
      if (text.length() > LONGEST) return Optional.of(RowReader.tooLong(number));
      String written = text.toString().strip();
      if (!written.isEmpty()) return Optional.of(read(written));
    }
  }

  /** Reads to the next line end, keeping no more than is looked at. */
  private int line() throws IOException {
    text.setLength(0);
    int c;
    while ((c = in.read()) >= 0 && c != '\n') if (text.length() <= LONGEST) text.append((char) c);
    return c;
  }

  private Line read(String written) {
    try {
      JsonNode node = JSON.readTree(written);
      Optional<Kind> kind = node.isObject() ? Kind.ofWord(node.path(KIND).asString("")) : Optional.empty();
      if (kind.isEmpty()) return new Line.Bad(number, Reason.of("history.keep.line.kind", KIND));
      Cells cells = new Cells(kind.get());
      for (Column column : kind.get().columns()) {
        JsonNode value = node.path(column.name());
        if (value.isMissingNode() || value.isNull()) continue;
        boolean json = column.type() == Column.Type.JSON;
        cells.set(column.name(), json ? value.toString() : value.asString(value.toString()));
      }
      return new Line.Row(number, cells);
    } catch (JacksonException e) {
      return new Line.Bad(number, Reason.of("history.keep.line.json"));
    }
  }
}
