package iris.history.keep;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one without the lock that a reader takes for each. For one thread. */
final class Chars {
  static final int END = -1;

  private final Reader in;
  private final char[] buffer = new char[1 << 15];
  private int at;
  private int end;

  Chars(Reader in) {
    this.in = in;
  }

  /** The next one, or {@link #END}. */
  int read() throws IOException {
    return peek() == END ? END : buffer[at++];
  }

  /** The same without taking it. */
  int peek() throws IOException {
    while (at >= end) {
      end = in.read(buffer);
      at = 0;
      if (end < 0) {
        end = 0;
        return END;
      }
    }
    return buffer[at];
  }
}
