package iris.history.keep;

import java.io.IOException;

/** Writes rows and counts them. */
final class Pen {
  private final RowWriter writer;
  private long rows;
  private long unreadable;

  Pen(RowWriter writer) {
    this.writer = writer;
  }

  void write(Cells row) throws IOException {
    writer.write(row);
    rows++;
  }

  /** Instead of a row: it is damaged. */
  void pass() {
    unreadable++;
  }

  long rows() {
    return rows;
  }

  long unreadable() {
    return unreadable;
  }
}
