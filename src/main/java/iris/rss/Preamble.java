package iris.rss;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Blank lines and byte order marks before the XML declaration, the scar of pages that are put together from pieces. XML
 * forbids them and no parser goes on after them; what follows is whole. The blanks move behind the declaration, so that
 * every line keeps its number.
 */
final class Preamble {
  private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_BLANK = 4_096;
  private static final int LONGEST_DECLARATION = 200;
  private static final int MARK = 3;

  private Preamble() {}

  /** The same array where nothing stands before the declaration, or no declaration follows. */
  static byte[] mend(byte[] document) {
    int most = Math.min(document.length, LONGEST_BLANK);
    byte[] blanks = new byte[most];
    int blank = 0;
    int marks = 0;
    int at = 0;
    while (at < most) {
      if (isMark(document, at)) {
        marks++;
        at += MARK;
      } else if (isBlank(document[at])) blanks[blank++] = document[at++];
      else break;
    }
    int end = blank == 0 && marks < 2 ? -1 : endOfDeclaration(document, at);
    if (end < 0) return document;
    // One mark stays in front: it outranks what the server says of the encoding.
    int kept = marks == 0 ? 0 : MARK;
    ByteBuffer mended = ByteBuffer.allocate(kept + document.length - at + blank);
    if (marks > 0) mended.put((byte) 0xEF).put((byte) 0xBB).put((byte) 0xBF);
    return mended.put(document, at, end - at).put(blanks, 0, blank).put(document, end, document.length - end).array();
  }

  private static int endOfDeclaration(byte[] d, int from) {
    for (int i = 0; i < DECLARATION.length; i++) if (from + i >= d.length || d[from + i] != DECLARATION[i]) return -1;
    int most = Math.min(d.length - 1, from + LONGEST_DECLARATION);
    for (int i = from; i < most; i++) if (d[i] == '?' && d[i + 1] == '>') return i + 2;
    return -1;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  private static boolean isMark(byte[] d, int at) {
    return at + 2 < d.length && (d[at] & 0xFF) == 0xEF && (d[at + 1] & 0xFF) == 0xBB && (d[at + 2] & 0xFF) == 0xBF;
  }
}
