package iris.history.keep;

import iris.signal.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of one kind, known by its line of names; columns may stand in another order, and a semicolon may part them, as
 * a French spreadsheet writes it.
 */
final class CsvReader implements RowReader {
  private final BufferedReader in;
  private final Kind kind;
  private final List<String> names;
  private char parted = ',';
  /** The line at which the record began that was read last, and the line that is read now. */
  private long begun;
  private long line = 1;
  private boolean cut;
  private boolean tooLong;

  CsvReader(BufferedReader in) throws IOException, Unkept {
    this.in = in;
    List<String> first = record().orElseThrow(() -> new Unkept("history.keep.import-empty"));
    if (first.size() == 1 && first.getFirst().contains(";")) {
      first = List.of(first.getFirst().split(";", -1));
      parted = ';';
    }
    names = first;
    Set<String> given = new HashSet<>(first);
    kind = Arrays.stream(Kind.values()).filter(k -> given.equals(Set.copyOf(k.names()))).findFirst()
        .orElseThrow(() -> new Unkept("history.keep.import-unknown"));
  }

  @Override
  public Optional<Line> next() throws IOException {
    Optional<List<String>> record = record();
    while (record.isPresent() && record.get().equals(List.of(""))) record = record();
    return record.map(this::line);
  }

  private Line line(List<String> record) {
    if (tooLong) return RowReader.tooLong(begun);
    if (cut) return new Line.Bad(begun, Reason.of("history.keep.line.quote"));
    if (record.size() != names.size())
      return new Line.Bad(begun, Reason.of("history.keep.line.cells", names.size(), record.size()));
    Cells cells = new Cells(kind);
    for (Column column : kind.columns()) {
      String value = record.get(names.indexOf(column.name()));
      boolean guarded = column.type() == Column.Type.TEXT && value.startsWith("'");
      if (!value.isEmpty()) cells.set(column.name(), guarded ? value.substring(1) : value);
    }
    return new Line.Row(begun, cells);
  }

  /** The next record, which may go over several lines; empty at the end. */
  private Optional<List<String>> record() throws IOException {
    begun = line;
    cut = false;
    tooLong = false;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    long length = 0;
    int c = in.read();
    if (c < 0) return Optional.empty();
    for (; c >= 0; c = in.read()) {
      if (c == '\n') line++;
      tooLong |= ++length > LONGEST;
      if (quoted) {
        if (c != '"') {
          if (!tooLong) cell.append((char) c);
        } else if (peek('"')) {
          cell.append('"');
        } else {
          quoted = false;
        }
      } else if (c == '\n') {
        break;
      } else if (c == parted && !tooLong) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c != '\r' && !tooLong) {
        cell.append((char) c);
      }
    }
    cut = quoted;
    cells.add(cell.toString());
    return Optional.of(cells);
  }

  /** Takes the next character if it is this one. */
  private boolean peek(char wanted) throws IOException {
    in.mark(1);
    if (in.read() == wanted) return true;
    in.reset();
    return false;
  }
}
