package iris.history.keep;

import iris.signal.Reason;
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
  private final Chars in;
  private final Kind kind;
  private final List<Column> columns;
  /** By column of the kind, its place in a record. */
  private final int[] places;
  private char parted = ',';
  /** The line at which the record began that was read last, and the line that is read now. */
  private long begun;
  private long line = 1;
  private boolean cut;
  private boolean tooLong;

  CsvReader(Chars in) throws IOException, Unkept {
    this.in = in;
    List<String> first = record().orElseThrow(() -> new Unkept("history.keep.import-empty"));
    if (first.size() == 1 && first.getFirst().contains(";")) {
      first = List.of(first.getFirst().split(";", -1));
      parted = ';';
    }
    List<String> names = first;
    Set<String> given = new HashSet<>(names);
    kind = Arrays.stream(Kind.values()).filter(k -> given.equals(Set.copyOf(k.names()))).findFirst()
        .orElseThrow(() -> new Unkept("history.keep.import-unknown"));
    columns = kind.columns();
    places = columns.stream().mapToInt(column -> names.indexOf(column.name())).toArray();
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
    if (record.size() != places.length)
      return new Line.Bad(begun, Reason.of("history.keep.line.cells", places.length, record.size()));
    Cells cells = new Cells(kind);
    for (int i = 0; i < places.length; i++) {
      Column column = columns.get(i);
      String value = record.get(places[i]);
      String said = column.type() == Column.Type.TEXT ? CsvWriter.unguarded(value) : value;
      if (!said.isEmpty()) cells.set(column.name(), said);
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
        } else if (take('"')) {
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
  private boolean take(char wanted) throws IOException {
    if (in.peek() != wanted) return false;
    in.read();
    return true;
  }
}
