package iris.relay.zabbix;

import iris.relay.wire.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The frame of Zabbix's protocol: {@code ZBXD}, flags, length and reserved, both 4 bytes little-endian, then JSON. */
final class Frame {
  private static final byte[] MARK = {'Z', 'B', 'X', 'D'};
  private static final int PROTOCOL = 1;
  private static final int COMPRESSED = 2;
  /** Length and reserved are 8 bytes each. */
  private static final int LARGE = 4;
  /** Bytes of an answer: a sentence. */
  private static final int MOST = 1 << 20;

  private Frame() {}

  static byte[] of(String json) {
    byte[] data = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(MARK.length + 9 + data.length).order(ByteOrder.LITTLE_ENDIAN)
        .put(MARK).put((byte) PROTOCOL).putInt(data.length).putInt(0).put(data).array();
  }

  /** Empty where it speaks something else. */
  static Optional<String> read(Line line) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(line.read(MARK.length + 1));
    for (byte b : MARK) if (head.get() != b) return Optional.empty();
    int flags = head.get();
    boolean large = (flags & LARGE) != 0;
    ByteBuffer sizes = ByteBuffer.wrap(line.read(large ? 16 : 8)).order(ByteOrder.LITTLE_ENDIAN);
    long length = large ? sizes.getLong() : Integer.toUnsignedLong(sizes.getInt());
    if ((flags & PROTOCOL) == 0 || length > MOST) return Optional.empty();
    byte[] data = line.read((int) length);
    return Optional.of(new String((flags & COMPRESSED) == 0 ? data : inflated(data), StandardCharsets.UTF_8));
  }

  private static byte[] inflated(byte[] data) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data))) {
      return in.readNBytes(MOST);
    }
  }
}
