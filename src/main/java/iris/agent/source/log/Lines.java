package iris.agent.source.log;

import iris.agent.source.Count;
import iris.agent.source.Excerpt;
import iris.agent.source.Transaction;
import java.time.Instant;

/**
 * Cuts bytes into lines, has them read and counts them. Ends of line are LF and CR LF. NUL bytes in front of a line
 * are passed over: a writer that goes on where it was in a truncated file leaves a hole of them. Blank lines and
 * comments are no transactions.
 */
final class Lines {
  /** A longer line is unreadable, however it is cut. */
  static final int LONGEST = 32_768;

  /** How far a clock may go ahead of ours before we do not believe it. */
  static final long AHEAD = 60_000;

  private static final int ALL_UNREADABLE = 20;

  /** How far the bytes are used, and whether what follows is the rest of a line that is too long. */
  record Cut(int used, boolean skipping) {}

  private final LineReader reader;
  private final Count count;
  private final Transaction transaction = new Transaction();
  private long now;
  private long ahead;
  private int unreadableInARow;

  Lines(LineReader reader, Count count) {
    this.reader = reader;
    this.count = count;
  }

  /** Lines that are read from now on were written by {@code instant}. */
  void at(Instant instant) {
    now = instant.toEpochMilli();
    ahead = 0;
  }

  /** Whether what was counted should be handed over before more is read. */
  boolean full() {
    return count.isMuch();
  }

  /** By how many milliseconds lines were ahead of our clock since {@link #at}, 0 if by {@link #AHEAD} or less. */
  long ahead() {
    return ahead;
  }

  /** Whether so many lines in a row could not be read that the format must be another. */
  boolean strange() {
    return unreadableInARow >= ALL_UNREADABLE;
  }

  /** Takes all whole lines of the first {@code length} bytes. */
  Cut take(byte[] b, int length, boolean skipping) {
    int at = 0;
    boolean skip = skipping;
    for (int end = newline(b, 0, length); end >= 0; end = newline(b, at, length)) {
      if (!skip) line(b, at, end);
      skip = false;
      at = end + 1;
    }
    if (skip) return new Cut(length, true);
    int begin = afterNuls(b, at, length);
    // Nothing but NULs to the end: they may yet be written over.
    if (begin < length) at = begin;
    if (begin == length || length - at <= LONGEST) return new Cut(at, false);
    count.unreadable(Excerpt.of(b, at, length));
    unreadableInARow++;
    return new Cut(length, true);
  }

  /** What stands at the end of a file that will not grow any more, without an end of line. */
  void last(byte[] b, int length) {
    line(b, 0, length);
  }

  private static int newline(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) if (b[i] == '\n') return i;
    return -1;
  }

  private static int afterNuls(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] == 0) at++;
    return at;
  }

  private void line(byte[] b, int begin, int newline) {
    int from = afterNuls(b, begin, newline);
    int to = newline > from && b[newline - 1] == '\r' ? newline - 1 : newline;
    if (blank(b, from, to)) return;
    if (to - from <= LONGEST && reader.read(b, from, to, transaction.clear())) {
      unreadableInARow = 0;
      if (transaction.at > now + AHEAD) {
        ahead = Math.max(ahead, transaction.at - now);
        transaction.at = now; // It ended before it was read, whatever the other clock says.
      }
      count.add(transaction);
    } else if (b[from] != '#') {
      count.unreadable(Excerpt.of(b, from, to));
      unreadableInARow++;
    }
  }

  private static boolean blank(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) if (b[i] != ' ' && b[i] != '\t') return false;
    return true;
  }
}
