package iris.history.keep;

import iris.signal.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads rows one by one; what a line has against it is said with its number, and the next line is read. */
sealed interface RowReader permits CsvReader, JsonReader {
  /** Longer than any row of ours: a file of something else, without line ends, must not fill the memory. */
  int LONGEST = 8 << 20;

  /** By its first character: JSON lines begin with a brace, a line of names never. */
  static RowReader of(Reader reader) throws IOException, Unkept {
    Chars in = new Chars(reader);
    if (in.peek() == '\uFEFF') in.read();
    return switch (in.peek()) {
      case Chars.END -> throw new Unkept("history.keep.import-empty");
      case '{' -> new JsonReader(in);
      default -> new CsvReader(in);
    };
  }

  /** Empty at the end of the file. */
  Optional<Line> next() throws IOException;

  static Line.Bad tooLong(long number) {
    return new Line.Bad(number, Reason.of("history.keep.line.long", LONGEST >> 20));
  }
}
