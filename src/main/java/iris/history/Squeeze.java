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
    if (json.length < PAYS_FROM) return plain(json);
    try (Press press = new Press()) {
      return press.in(json);
    }
  }

  /** For who squeezes many, one after the other: the quarter of a megabyte that deflating wants is made ready once. */
  public static final class Press implements AutoCloseable {
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] part = new byte[16_384];

    public byte[] in(byte[] json) {
      if (json.length < PAYS_FROM) return plain(json);
      ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 3);
      out.write(DEFLATED);
      deflater.reset();
      deflater.setInput(json);
      deflater.finish();
      while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
      return out.toByteArray();
    }

    @Override
    public void close() {
      deflater.close();
    }
  }

  private static byte[] plain(byte[] json) {
    byte[] body = new byte[json.length + 1];
    body[0] = PLAIN;
    System.arraycopy(json, 0, body, 1, json.length);
    return body;
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
