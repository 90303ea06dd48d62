package iris.rss.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds texts in bytes of UTF-8 that can be taken as they are: what {@link iris.rss.Texts#isTidy} finds in a parser's
 * buffer, without that the parser must fill it. In doubt it says no: entities, returns, characters of Asia, emoji.
 * Whether accented letters are well-formed is left to the parser, which passes over the same bytes.
 */
final class TidyBytes {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private TidyBytes() {}

  /** The index of the {@code <} behind the text; -1 if the text must be decoded and looked at. */
  static int end(byte[] b, int from, int max, boolean line) {
    int limit = Math.min(b.length - 8, from + max);
    if (from >= limit || isEdge(b[from])) return -1;
    for (int i = from; i <= limit; ) {
      long flags = special((long) EIGHT.get(b, i));
      if (flags == 0) {
        i += 8;
        continue;
      }
      i += Long.numberOfTrailingZeros(flags) >>> 3;
      switch (b[i] & 0xFF) {
        case '<' -> {
          return i <= limit && endsWell(b, from, i) ? i : -1;
        }
        case '\n', '\t' -> {
          if (line) return -1;
          i++;
        }
        // U+0080 to U+009F are controls.
        case 0xC2 -> {
          if (i + 1 == b.length || (b[i + 1] & 0xFF) < 0xA0) return -1;
          i += 2;
        }
        case 0xE2 -> {
          if (!isTypography(b, i)) return -1;
          i += 3;
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /** The high bit of each of eight bytes that ends a text or asks for a look; exact for the lowest of them. */
  private static long special(long w) {
    long control = w - ' ' * ONES & ~w;
    long manyBytes = w & w << 1 & w << 2;
    return (control | manyBytes | is(w, '<') | is(w, '&') | is(w, 0x7F) | is(w, 0xC2)) & HIGH;
  }

  private static long is(long w, int value) {
    long other = w ^ value * ONES;
    return other - ONES & ~other;
  }

  private static boolean isEdge(byte b) {
    return b >= 0 && b <= ' ' || b == (byte) 0xE2;
  }

  /** Neither white space of one byte nor anything of three, some of which is. */
  private static boolean endsWell(byte[] b, int from, int end) {
    return !isEdge(b[end - 1]) && (end - from < 3 || b[end - 3] != (byte) 0xE2);
  }

  /** U+2010 to U+2027 and U+202F to U+203F: dashes, quotes, ellipsis, narrow space; nothing that turns or breaks. */
  private static boolean isTypography(byte[] b, int i) {
    if (i + 2 >= b.length || b[i + 1] != (byte) 0x80) return false;
    int third = b[i + 2] & 0xFF;
    return third >= 0x90 && third < 0xC0 && (third < 0xA8 || third > 0xAE);
  }
}
