package iris.history;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Bodies of the store: a byte that says how, then the JSON as it is or deflated where that pays. */
public final class Squeeze {
  private static final int PAYS_FROM = 512;
  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;

  private Squeeze() {}

  public static byte[] in(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(16, json.length / 3));
    if (json.length < PAYS_FROM) {
      out.write(PLAIN);
      out.writeBytes(json);
      return out.toByteArray();
    }
    out.write(DEFLATED);
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(json);
      deflater.finish();
      byte[] part = new byte[16_384];
      while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
    }
    return out.toByteArray();
  }

  /** @throws IllegalArgumentException where the body is not one of ours: a damaged store */
  public static byte[] out(byte @Nullable [] body) {
    if (body == null || body.length == 0) throw new IllegalArgumentException("an empty body");
    if (body[0] == PLAIN) return java.util.Arrays.copyOfRange(body, 1, body.length);
    if (body[0] != DEFLATED) throw new IllegalArgumentException("a body of kind " + body[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length * 4);
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(body, 1, body.length - 1);
      byte[] part = new byte[16_384];
      while (!inflater.finished()) {
        int n = inflater.inflate(part);
        if (n == 0 && !inflater.finished()) throw new IllegalArgumentException("a body cut short");
        out.write(part, 0, n);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a damaged body: " + e.getMessage(), e);
    }
  }
}
