package iris.ui.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes pixels as PNG, 8 bits a channel, without alpha. Instead of ImageIO, whose AWT costs more time at start than
 * the whole picture.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte UNFILTERED = 0;

  private Png() {}

  /** @param argb row by row, {@code width * height} of them; alpha is dropped */
  static byte[] encode(int[] argb, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
    head.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", head.array(), 13);
    byte[] raw = rows(argb, width, height);
    byte[] packed = new byte[raw.length + raw.length / 1000 + 64];
    try (Deflater deflater = new Deflater(6)) {
      deflater.setInput(raw);
      deflater.finish();
      chunk(out, "IDAT", packed, deflater.deflate(packed));
    }
    chunk(out, "IEND", new byte[0], 0);
    return out.toByteArray();
  }

  /** No filter: a wall is flat, and its rows repeat. The difference to the row above came out a seventh larger. */
  private static byte[] rows(int[] argb, int width, int height) {
    byte[] raw = new byte[height * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raw[at++] = UNFILTERED;
      for (int x = 0; x < width; x++)
        for (int shift = 16; shift >= 0; shift -= 8) raw[at++] = (byte) (argb[y * width + x] >> shift);
    }
    return raw;
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    out.writeBytes(name);
    out.write(data, 0, length);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
