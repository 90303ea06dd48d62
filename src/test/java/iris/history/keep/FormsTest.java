package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two forms of a file, with everything in a cell that a feed or a person can say. */
class FormsTest {
  private static final String SIGNS = "a,;\"'=+-@\t\r\n é\u2028\u0000{}\\🙂";

  private static List<Line> read(String text) throws Exception {
    RowReader reader = RowReader.of(new StringReader(text));
    List<Line> all = new ArrayList<>();
    for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) all.add(line.get());
    return all;
  }

  private static String said(Line line) {
    return switch (line) {
      case Line.Row(long number, Cells cells) -> number + " " + cells.get("author") + "|" + cells.get("reason");
      case Line.Bad(long number, var why) -> number + " " + why.key();
    };
  }

  private static String file(FileForm form, List<Cells> rows) throws Exception {
    StringWriter out = new StringWriter();
    RowWriter writer = RowWriter.of(form, Kind.PAUSES, out);
    for (Cells row : rows) writer.write(row);
    return out.toString();
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void anyWordsComeBack(FileForm form) throws Exception {
    Random random = new Random(20261123);
    List<Cells> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Cells row = new Cells(Kind.PAUSES).set("service", "s" + i);
      for (String column : List.of("author", "reason")) {
        String words = random.ints(random.nextInt(6), 0, SIGNS.codePointCount(0, SIGNS.length()))
            .map(at -> SIGNS.codePointAt(SIGNS.offsetByCodePoints(0, at)))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (!words.isEmpty()) row.set(column, words);
      }
      rows.add(row);
    }
    List<Line> lines = read(file(form, rows));
    assertEquals(rows.size(), lines.size());
    for (int i = 0; i < rows.size(); i++) {
      Cells read = ((Line.Row) lines.get(i)).cells();
      for (String column : Kind.PAUSES.names()) assertEquals(rows.get(i).get(column), read.get(column), "row " + i);
    }
  }

  @Test
  void noCellIsAFormulaToASpreadsheet() throws Exception {
    for (String first : List.of("=", "+", "-", "@", "\t", "\r")) {
      String csv = file(FileForm.CSV, List.of(new Cells(Kind.PAUSES).set("service", first + "1+1")));
      assertFalse(csv.lines().skip(1).anyMatch(l -> l.startsWith(first) || l.startsWith("\"" + first)), csv);
    }
  }

  /** Excel in French parts at semicolons, and takes quotes within a cell for letters: each part is a cell of its own. */
  @Test
  void noPartOfACellIsAFormulaToASpreadsheetThatPartsAtSemicolons() throws Exception {
    for (String part : List.of(";", "\t", "\n", "\r"))
      for (String first : List.of("=", "+", "-", "@")) {
        String words = "Panne" + part + first + "cmd|' /C calc'!A0" + part + "x";
        String csv = file(FileForm.CSV, List.of(new Cells(Kind.PAUSES).set("service", "s").set("reason", words)));
        assertFalse(csv.contains(part + first), csv);
        assertEquals(words, ((Line.Row) read(csv).getFirst()).cells().get("reason"));
      }
  }

  @Test
  void linesAreCountedAcrossQuotedOnesAndACutFileSaysWhere() throws Exception {
    String head = String.join(",", Kind.PAUSES.names()) + "\n";
    List<Line> lines = read(head + "a,,,,\"x\ny\",1\na,b\n\n,,,,z,2\n,,,,\"w");
    assertEquals(List.of("2 x\ny|1", "4 history.keep.line.cells", "6 z|2", "7 history.keep.line.quote"),
        lines.stream().map(FormsTest::said).toList());
  }

  @Test
  void aSpreadsheetMayHavePutSemicolonsAndAMarkAndAnotherOrder() throws Exception {
    List<String> names = new ArrayList<>(Kind.PAUSES.names()).reversed();
    List<Line> lines = read("\uFEFF" + String.join(";", names) + "\r\nr;a;;;;s\r\n");
    assertEquals(List.of("2 a|r"), lines.stream().map(FormsTest::said).toList());
  }

  @Test
  void aFileOfSomethingElseIsRefusedAtOnce() {
    Unkept other = assertThrows(Unkept.class, () -> read("name,price\nx,1\n"));
    assertEquals("history.keep.import-unknown", other.why().key());
    assertEquals("history.keep.import-empty", assertThrows(Unkept.class, () -> read("")).why().key());
  }

  @Test
  void aLineWithoutEndDoesNotFillTheMemory() throws Exception {
    String endless = "x".repeat(RowReader.LONGEST + 10);
    assertEquals(List.of("1 history.keep.line.long", "2 history.keep.line.kind"),
        read("{\"a\":\"" + endless + "\"}\n{}\n").stream().map(FormsTest::said).toList());
    String csv = String.join(",", Kind.PAUSES.names()) + "\na,\"" + endless + "\",,,,\n,,,,z,2\n";
    assertEquals(List.of("2 history.keep.line.long", "3 z|2"), read(csv).stream().map(FormsTest::said).toList());
  }
}
