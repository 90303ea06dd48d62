package iris.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * What stood in an answer, unchunked and unpacked.
 *
 * @param bytes at most {@link #MOST}; not to be changed
 * @param whole false where the answer had more
 * @param type header Content-Type
 */
public record Content(byte[] bytes, boolean whole, Optional<String> type) {
  /** A check is not a download: what a page has beyond this says no more about the way to it. */
  public static final int MOST = 1 << 20;

  public Content {
    Objects.requireNonNull(bytes);
    Objects.requireNonNull(type);
  }

  /** Unpacks what a server packed though nobody asked for it; what is packed in an unknown way stays as it is. */
  static Content of(byte[] taken, boolean whole, Optional<String> type, Optional<String> encoding) throws IOException {
    return switch (encoding.orElse("").strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> taken.length == 0 ? new Content(taken, whole, type)
          : unpacked(new GZIPInputStream(new ByteArrayInputStream(taken)), whole, type);
      case "deflate" -> unpacked(new InflaterInputStream(new ByteArrayInputStream(taken)), whole, type);
      default -> new Content(taken, whole, type);
    };
  }

  private static Content unpacked(InputStream in, boolean whole, Optional<String> type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (in) {
      for (int n; (n = in.read(buffer, 0, Math.min(buffer.length, MOST - out.size()))) > 0; ) out.write(buffer, 0, n);
      return new Content(out.toByteArray(), whole && in.read() < 0, type);
    } catch (EOFException | ZipException cut) {
      // Cut by our own cap it ends anywhere; cut by the server it is half an answer.
      if (whole) throw new EOFException("in what was packed");
      return new Content(out.toByteArray(), false, type);
    }
  }

  /** As text, in the character set that it says; UTF-8 where it says none, or one that is not known here. */
  public String text() {
    return new String(bytes, type.map(Content::charset).orElse(StandardCharsets.UTF_8));
  }

  private static Charset charset(String type) {
    for (String part : type.split(";")) {
      String[] pair = part.split("=", 2);
      if (pair.length != 2 || !pair[0].strip().equalsIgnoreCase("charset")) continue;
      try {
        return Charset.forName(pair[1].strip().replace("\"", ""));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
        return StandardCharsets.UTF_8;
      }
    }
    return StandardCharsets.UTF_8;
  }
}
