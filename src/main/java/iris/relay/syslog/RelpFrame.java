package iris.relay.syslog;

import iris.relay.wire.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A frame of RELP: {@code NUMBER SP COMMAND SP LENGTH [SP DATA] LF}.
 *
 * @param number of the transaction, 1 to 999,999,999; 0 for a hint
 */
record RelpFrame(int number, String command, byte[] data) {
  private static final int MOST = 1 << 17;
  private static final int LONGEST_WORD = 32;

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + LONGEST_WORD);
    out.writeBytes((number + " " + command + " " + data.length).getBytes(StandardCharsets.US_ASCII));
    if (data.length > 0) out.write(' ');
    out.writeBytes(data);
    out.write('\n');
    return out.toByteArray();
  }

  /** @throws IOException also where it is no RELP that comes */
  static RelpFrame read(Line line) throws IOException {
    Word number = Word.read(line);
    Word command = Word.read(line);
    Word length = Word.read(line);
    int n = length.number(MOST);
    // An answer without data may end right behind its length.
    byte[] data = length.end() == '\n' ? new byte[0] : line.read(n);
    if (length.end() != '\n' && line.read() != '\n') throw new IOException("no RELP");
    return new RelpFrame(number.number(999_999_999), command.text(), data);
  }

  String text() {
    return new String(data, StandardCharsets.UTF_8);
  }

  /** What stands before a blank or a line's end. */
  private record Word(String text, int end) {
    static Word read(Line line) throws IOException {
      StringBuilder text = new StringBuilder();
      int b = line.read();
      while (b != ' ' && b != '\n') {
        if (b < '!' || b > '~' || text.length() == LONGEST_WORD) throw new IOException("no RELP");
        text.append((char) b);
        b = line.read();
      }
      return new Word(text.toString(), b);
    }

    int number(int most) throws IOException {
      if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) throw new IOException("no RELP");
      return Integer.parseInt(text);
    }
  }
}
