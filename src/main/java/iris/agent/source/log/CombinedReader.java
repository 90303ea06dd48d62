package iris.agent.source.log;

import iris.agent.source.Stamp;
import iris.agent.source.Transaction;
import java.time.ZoneOffset;

/**
 * Apache's and nginx's common and combined format, a virtual host in front of it or not. What may follow is read by
 * {@link CombinedTail}. The time is the one in brackets: nginx writes the end of the request there, Apache its
 * beginning, and no line says which of the two it was.
 */
final class CombinedReader implements LineReader {
  private final Stamp stamp = new Stamp(ZoneOffset.UTC);

  @Override
  public boolean read(byte[] b, int from, int to, Transaction into) {
    int request = afterTime(b, from, to, into);
    if (request < 0) return false;
    for (int quote = closing(b, request, to); quote >= 0; quote = closing(b, quote + 1, to)) {
      int status = status(b, quote + 1, to);
      if (status < 0) continue; // A server that writes quotes into its requests as they came.
      int size = size(b, quote + 6, to);
      if (size < 0) continue;
      into.status = status;
      CombinedTail.read(b, size, to, into);
      return true;
    }
    return false;
  }

  /**
   * Looks for {@code [22/Nov/2026:15:12:20 +0100] "}. A user's name in front of it may hold brackets and blanks, even
   * a whole false time, but no server writes it with a quote.
   *
   * @return where the request begins, or -1
   */
  private int afterTime(byte[] b, int from, int to, Transaction into) {
    for (int i = from; i + Stamp.CLF + 4 <= to; i++) {
      if (b[i] != '[' || b[i + 3] != '/' || b[i + Stamp.CLF + 1] != ']' || b[i + Stamp.CLF + 2] != ' '
          || b[i + Stamp.CLF + 3] != '"') continue;
      long at = stamp.clf(b, i + 1);
      if (at == Stamp.NONE) continue;
      into.at = at;
      return i + Stamp.CLF + 4;
    }
    return -1;
  }

  /** The quote that ends what begins at {@code from}, a backslash taking the one behind it along; or -1. */
  static int closing(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '"') return i;
      if (b[i] == '\\') i++;
    }
    return -1;
  }

  private static int status(byte[] b, int at, int to) {
    if (at + 5 > to || b[at] != ' ' || b[at + 4] != ' ') return -1;
    int n = 0;
    for (int i = at + 1; i < at + 4; i++) {
      if (b[i] < '0' || b[i] > '9') return -1;
      n = n * 10 + b[i] - '0';
    }
    return n;
  }

  /** Passes over the bytes sent, a number or a hyphen; half a line has none. */
  private static int size(byte[] b, int at, int to) {
    int i = at;
    while (i < to && b[i] >= '0' && b[i] <= '9') i++;
    if (i == at && i < to && b[i] == '-') i++;
    return i > at && (i == to || b[i] == ' ') ? i : -1;
  }
}
