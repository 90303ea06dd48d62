package iris.rss.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts in bytes of UTF-8 that can be taken as they are: what {@link iris.rss.Texts#isTidy} finds in a parser's
 * buffer, without that the parser must fill it. In doubt it says no: entities, returns, characters of Asia, emoji.
 * Whether accented letters are well-formed is left to the parser, which passes over the same bytes.
 */
final class TidyBytes {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private final byte[] b;
  private final int max;
  private byte[] latin = new byte[512];

  /** @param max characters of a text; a longer one is not taken */
  TidyBytes(byte[] b, int max) {
    this.b = b;
    this.max = max;
  }

  /** The date in its usual form that starts at {@code from} and ends in an end tag; else null. */
  @Nullable Instant date(int from) {
    int end = from + Figures.RFC822;
    return end + 1 < b.length && b[end] == '<' && b[end + 1] == '/' ? Figures.rfc822(b, from) : null;
  }

  /** The text that starts at {@code from}, on one line if asked for; null if it must be decoded and looked at. */
  @Nullable String take(int from, boolean line) {
    int limit = Math.min(b.length - 8, from + max);
    if (from >= limit || isEdge(b[from])) return null;
    int at = from;
    int out = 0;
    while (at <= limit) {
      if (out + 8 > latin.length) latin = Arrays.copyOf(latin, latin.length * 4);
      long w = (long) EIGHT.get(b, at);
      EIGHT.set(latin, out, w);
      long flags = ends(w);
      if (flags == 0) {
        at += 8;
        out += 8;
        continue;
      }
      int plain = Long.numberOfTrailingZeros(flags) >>> 3;
      at += plain;
      out += plain;
      if (at > limit) return null;
      int c = b[at];
      int next = b[at + 1];
      if (c == '<') return endsWell(b, from, at) ? new String(latin, 0, out, StandardCharsets.ISO_8859_1) : null;
      // U+00A0 to U+00FF
      if (c == (byte) 0xC3 && next < (byte) 0xC0 || c == (byte) 0xC2 && next >= (byte) 0xA0 && next < (byte) 0xC0) {
        latin[out++] = (byte) (c == (byte) 0xC3 ? next + 0x40 : next);
        at += 2;
      } else if (!line && (c == '\n' || c == '\t')) {
        at++;
        out++;
      } else {
        int end = end(from, line);
        return end < 0 ? null : new String(b, from, end - from, StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  /** The index of the {@code <} behind the text; -1 if the text must be decoded and looked at. */
  private int end(int from, boolean line) {
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

  /** As {@link #special}, and every byte of a letter of more than one. */
  private static long ends(long w) {
    return (w - ' ' * ONES & ~w | w | is(w, '<') | is(w, '&') | is(w, 0x7F)) & HIGH;
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
