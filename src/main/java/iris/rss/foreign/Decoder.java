package iris.rss.foreign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Bytes to text. A byte order mark is never wrong; then the HTTP header, the shape of the first bytes, the XML
 * declaration and UTF-8 are tried in this order, strictly: the first in which every byte means something wins. Real
 * feeds lie about their charset, and a single wrong byte must not hide an outage: the last resort is windows-1252.
 */
final class Decoder {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Decoder() {}

  /** @param sure false where only the last resort could read the bytes */
  record Decoded(String text, boolean sure) {}

  static Decoded decode(byte[] document, Optional<String> http) {
    for (Mark mark : Mark.values()) {
      if (mark.begins(document)) {
        byte[] rest = Arrays.copyOfRange(document, mark.bytes.length, document.length);
        return new Decoded(new String(rest, mark.charset()), true);
      }
    }
    Set<Charset> candidates = new LinkedHashSet<>();
    http.flatMap(Decoder::named).ifPresent(candidates::add);
    shape(document).ifPresent(candidates::add);
    declared(document).flatMap(Decoder::named).ifPresent(candidates::add);
    candidates.add(StandardCharsets.UTF_8);
    for (Charset candidate : candidates) {
      Optional<String> text = strictly(document, candidate);
      if (text.isPresent()) return new Decoded(text.get(), true);
    }
    return new Decoded(new String(document, WESTERN), false);
  }

  private static Optional<String> strictly(byte[] document, Charset charset) {
    try {
      String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(document)).toString();
      // A single-byte document read as UTF-16 is "valid" Chinese: without a '<' in front it is no XML at all.
      return text.stripLeading().startsWith("<") ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> named(String name) {
    try {
      Charset charset = Charset.forName(name.strip().replace("\"", "").replace("'", ""));
      // Who says Latin-1 writes windows-1252, as every browser knows.
      return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Without a mark the zeros around the first '<' tell the width; 4C 6F A7 94 is "<?xm" in EBCDIC. */
  private static Optional<Charset> shape(byte[] d) {
    if (d.length < 4) return Optional.empty();
    if (d[0] == 0x4C && d[1] == 0x6F && d[2] == (byte) 0xA7) return named("IBM1047");
    if (d[0] == 0 && d[1] == 0 && d[3] == '<') return named("UTF-32BE");
    if (d[0] == '<' && d[1] == 0 && d[2] == 0) return named("UTF-32LE");
    if (d[0] == 0 && d[1] == '<') return Optional.of(StandardCharsets.UTF_16BE);
    if (d[0] == '<' && d[1] == 0) return Optional.of(StandardCharsets.UTF_16LE);
    return Optional.empty();
  }

  private static Optional<String> declared(byte[] document) {
    String head = new String(document, 0, Math.min(document.length, 256), StandardCharsets.ISO_8859_1);
    int end = head.indexOf("?>");
    int at = head.indexOf("encoding");
    if (end < 0 || at < 0 || at > end) return Optional.empty();
    int open = at + 8;
    while (open < end && head.charAt(open) != '"' && head.charAt(open) != '\'') open++;
    int close = open + 1;
    while (close < end && head.charAt(close) != head.charAt(open)) close++;
    return close < end ? Optional.of(head.substring(open + 1, close)) : Optional.empty();
  }

  /** Longer marks first: FF FE 00 00 begins with FF FE. */
  private enum Mark {
    UTF_32BE(0, 0, 0xFE, 0xFF),
    UTF_32LE(0xFF, 0xFE, 0, 0),
    UTF_8(0xEF, 0xBB, 0xBF),
    UTF_16BE(0xFE, 0xFF),
    UTF_16LE(0xFF, 0xFE);

    private final byte[] bytes;

    Mark(int... bytes) {
      this.bytes = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) this.bytes[i] = (byte) bytes[i];
    }

    private boolean begins(byte[] document) {
      int n = bytes.length;
      return document.length >= n && Arrays.equals(document, 0, n, bytes, 0, n);
    }

    private Charset charset() {
      return Charset.forName(name().replace('_', '-'));
    }
  }
}
