package iris.agent.simulate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** As much of X.690 as a certificate needs. */
final class Der {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  static final int SEQUENCE = 0x30;

  private Der() {}

  static byte[] tag(int tag, byte[]... parts) {
    byte[] content = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) out.write(content.length);
    else if (content.length < 0x100) out.writeBytes(new byte[] {(byte) 0x81, (byte) content.length});
    else out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
    out.writeBytes(content);
    return out.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return tag(SEQUENCE, parts);
  }

  /** @param bytes as they are encoded, the first two arcs in one */
  static byte[] oid(int... bytes) {
    return tag(0x06, bytes(bytes));
  }

  static byte[] integer(long n) {
    return tag(0x02, BigInteger.valueOf(n).toByteArray());
  }

  static byte[] time(Instant at) {
    return tag(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  /** A name of nothing but a common name. */
  static byte[] name(String common) {
    return sequence(tag(0x31, sequence(oid(0x55, 4, 3), tag(0x0c, common.getBytes(StandardCharsets.UTF_8)))));
  }

  static byte[] bits(byte[] content) {
    return tag(0x03, new byte[] {0}, content);
  }

  static byte[] bytes(int... all) {
    byte[] bytes = new byte[all.length];
    for (int i = 0; i < all.length; i++) bytes[i] = (byte) all[i];
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
