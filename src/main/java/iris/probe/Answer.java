package iris.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/** The little of an HTTP answer that a check looks at. */
record Answer(int status) {
  private static final int HEAD = 64 << 10;
  /** A check is not a download: what a page has beyond this says no more about the way to it. */
  private static final long BODY = 1 << 20;

  /** Reads head and body; {@code onFirst} is run at the first byte. */
  static Answer read(InputStream in, Runnable onFirst) throws IOException {
    StringBuilder head = new StringBuilder();
    int first = in.read();
    if (first < 0) throw new EOFException("no answer");
    onFirst.run();
    for (int c = first; ; c = in.read()) {
      if (c < 0) throw new EOFException("in the head");
      head.append((char) c);
      if (c == '\n' && (ends(head, "\r\n\r\n") || ends(head, "\n\n"))) break;
      if (head.length() > HEAD) throw new ProtocolException("endless head");
    }
    String[] lines = head.toString().split("\r?\n");
    int status = status(lines[0]);
    long announced = -1;
    for (String line : lines)
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        announced = number(line.substring("content-length:".length()).strip());
    long want = status == 204 || status == 304 ? 0 : Math.min(announced < 0 ? BODY : announced, BODY);
    long got = 0;
    byte[] buffer = new byte[8192];
    while (got < want) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, want - got));
      if (n < 0 && announced >= 0) throw new EOFException("in the body");
      if (n < 0) break;
      got += n;
    }
    return new Answer(status);
  }

  private static boolean ends(StringBuilder head, String end) {
    return head.indexOf(end, Math.max(0, head.length() - end.length())) >= 0;
  }

  private static int status(String line) throws ProtocolException {
    String[] words = line.split(" ");
    if (!words[0].startsWith("HTTP/") || words.length < 2 || !words[1].matches("[1-9][0-9]{2}"))
      throw new ProtocolException("not HTTP");
    return Integer.parseInt(words[1]);
  }

  private static long number(String text) throws ProtocolException {
    if (!text.matches("[0-9]{1,18}")) throw new ProtocolException("no length: " + text);
    return Long.parseLong(text);
  }
}
