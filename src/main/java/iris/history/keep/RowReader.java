package iris.history.keep;

import iris.signal.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** Reads rows one by one; what a line has against it is said with its number, and the next line is read. */
sealed interface RowReader permits CsvReader, JsonReader {
  /** Longer than any row of ours: a file of something else, without line ends, must not fill the memory. */
  int LONGEST = 8 << 20;

  /** By its first character: JSON lines begin with a brace, a line of names never. */
  static RowReader of(BufferedReader in) throws IOException, Unkept {
    in.mark(8);
    int first = in.read();
    if (first == '\uFEFF') {
      in.mark(8);
      first = in.read();
    }
    if (first < 0) throw new Unkept("history.keep.import-empty");
    in.reset();
    return first == '{' ? new JsonReader(in) : new CsvReader(in);
  }

  /** Empty at the end of the file. */
  Optional<Line> next() throws IOException;

  static Line.Bad tooLong(long number) {
    return new Line.Bad(number, Reason.of("history.keep.line.long", LONGEST >> 20));
  }
}
