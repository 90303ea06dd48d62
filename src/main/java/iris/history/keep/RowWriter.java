package iris.history.keep;

import java.io.IOException;
import java.io.Writer;

/** Writes rows of one kind, each as it comes: what is exported may be greater than the memory. */
sealed interface RowWriter permits CsvWriter, JsonWriter {
  static RowWriter of(FileForm form, Kind kind, Writer out) throws IOException {
    return switch (form) {
      case CSV -> new CsvWriter(kind, out);
      case JSONL -> new JsonWriter(kind, out);
    };
  }

  void write(Cells row) throws IOException;
}
