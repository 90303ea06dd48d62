package iris.agent.source.log;

import iris.agent.source.Amounts;
import iris.agent.source.Transaction;
import java.nio.charset.StandardCharsets;

/**
 * What administrators write after the combined format, in seconds, as nginx gives it:
 *
 * <ul>
 *   <li>by place: {@code $request_time $upstream_response_time $upstream_status}, each after the one before it,
 *       anything else between them passed over;
 *   <li>by name: {@code rt=0.012 urt="0.010, 0.200" us=200}, also {@code request_time=}, {@code
 *       upstream_response_time=}, {@code upstream_status=}.
 * </ul>
 *
 * By place only a number with a decimal point is a time: Apache's {@code %D} (microseconds) and {@code %T} (whole
 * seconds) cannot be told apart from each other and from a number of bytes, so a log that has them wants a pattern of
 * its own. The first two quoted texts are referrer and agent, and the whole time is not taken from a quoted one:
 * callers choose what stands there.
 */
final class CombinedTail {
  private static final double SECONDS = 1000;
  private static final int CALLERS_WORDS = 2;

  private enum Next {
    WHOLE,
    EXTERNAL,
    EXTERNAL_STATUS,
    NOTHING
  }

  private CombinedTail() {}

  static void read(byte[] b, int from, int to, Transaction into) {
    Next next = Next.WHOLE;
    int quoted = 0;
    for (int at = from; at < to; ) {
      if (b[at] == ' ' || b[at] == '\t') {
        at++;
      } else if (b[at] == '"') {
        int close = CombinedReader.closing(b, at + 1, to);
        if (close < 0) return;
        if (++quoted > CALLERS_WORDS && next != Next.WHOLE) next = placed(b, at + 1, close, next, into);
        at = close + 1;
      } else {
        int equals = named(b, at, to);
        int begin = equals < 0 ? at : equals + 1;
        boolean quotes = begin < to && b[begin] == '"';
        int end = quotes ? CombinedReader.closing(b, begin + 1, to) : endOfList(b, begin, to);
        if (end < 0) return;
        int value = quotes ? begin + 1 : begin;
        if (equals < 0) next = placed(b, value, end, next, into);
        else named(new String(b, at, equals - at, StandardCharsets.ISO_8859_1), b, value, end, into);
        at = quotes ? end + 1 : end;
      }
    }
  }

  /** Where the equals sign of a name is; -1 if a value begins here. */
  private static int named(byte[] b, int from, int to) {
    for (int i = from; i < to && (Character.isLetter(b[i]) || b[i] == '_' || b[i] == '='); i++)
      if (b[i] == '=') return i > from ? i : -1;
    return -1;
  }

  /** The end of a word, or of a list: a comma at its end or a colon behind it bring the next word along. */
  private static int endOfList(byte[] b, int from, int to) {
    int i = from;
    for (;;) {
      while (i < to && b[i] != ' ') i++;
      if (i == to) return i;
      if (i > from && b[i - 1] == ',') i++;
      else if (i + 2 < to && b[i + 1] == ':' && b[i + 2] == ' ') i += 3;
      else return i;
    }
  }

  private static Next placed(byte[] b, int from, int to, Next awaited, Transaction into) {
    switch (awaited) {
      case WHOLE -> {
        if (isTime(b, from, to)) into.whole = Amounts.millis(b, from, to, SECONDS);
        return into.whole >= 0 ? Next.EXTERNAL : Next.WHOLE;
      }
      case EXTERNAL -> {
        if (to - from == 1 && b[from] == '-') return Next.EXTERNAL_STATUS;
        if (isTime(b, from, to)) into.external = Amounts.millis(b, from, to, SECONDS);
        return into.external >= 0 ? Next.EXTERNAL_STATUS : Next.EXTERNAL;
      }
      case EXTERNAL_STATUS -> {
        into.externalStatus = Amounts.status(b, from, to);
        return Next.NOTHING;
      }
      case NOTHING -> {
        return Next.NOTHING;
      }
    }
    throw new IllegalStateException(awaited.toString());
  }

  private static boolean isTime(byte[] b, int from, int to) {
    boolean point = false;
    for (int i = from; i < to; i++) {
      if (".0123456789,: -".indexOf(b[i]) < 0) return false;
      point |= b[i] == '.';
    }
    return point;
  }

  private static void named(String name, byte[] b, int from, int to, Transaction into) {
    switch (name) {
      case "rt", "request_time" -> into.whole = Amounts.millis(b, from, to, SECONDS);
      case "urt", "upstream_time", "upstream_response_time" -> into.external = Amounts.millis(b, from, to, SECONDS);
      case "us", "upstream_status" -> into.externalStatus = Amounts.status(b, from, to);
      default -> {}
    }
  }
}
