package iris.agent.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A document as it is served: never changed, only replaced by another one.
 *
 * @param tag hash of the exact bytes, without quotes
 * @param modified when these bytes came to be, whole seconds
 * @param hurried whether there were other bytes in that same second, so that its date tells nothing
 */
record Page(byte[] bytes, byte[] packed, String tag, Instant modified, boolean hurried) {
  static Page of(byte[] bytes, Instant at, Optional<Page> before) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    if (before.isPresent() && Arrays.equals(before.get().bytes, bytes)) return before.get();
    boolean hurried = before.isPresent() && !before.get().modified.isBefore(second);
    return new Page(bytes, gzip(bytes), hash(bytes), second, hurried);
  }

  /** Each encoding has a strong tag of its own (RFC 9110, 8.8.3.3). */
  String etag(boolean gzip) {
    return gzip ? "\"" + tag + "-gz\"" : "\"" + tag + "\"";
  }

  byte[] body(boolean gzip) {
    return gzip ? packed : bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Fast rather than small: it is done at each beat. */
  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 6 + 64);
    try (GZIPOutputStream zip = new GZIPOutputStream(out, 8_192) {
      {
        def.setLevel(Deflater.BEST_SPEED + 2);
      }
    }) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
