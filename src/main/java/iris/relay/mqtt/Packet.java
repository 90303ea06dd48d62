package iris.relay.mqtt;

import iris.relay.wire.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A control packet of MQTT 3.1.1.
 *
 * @param head type and flags, one byte
 * @param body what follows the length
 */
record Packet(int head, byte[] body) {
  static final int CONNECT = 0x10;
  static final int CONNACK = 0x20;
  /** QoS 1. */
  static final int PUBLISH = 0x32;
  static final int RETAIN = 0x01;
  static final int PUBACK = 0x40;
  static final int SUBSCRIBE = 0x82;
  static final int SUBACK = 0x90;
  static final int PINGREQ = 0xC0;
  static final int PINGRESP = 0xD0;
  static final int DISCONNECT = 0xE0;
  /** What we would hear at most: a retained message of ours. */
  private static final int MOST = 1 << 20;
  private static final int LENGTH_BYTES = 4;

  int type() {
    return head & 0xF0;
  }

  /** A packet whose body is its parts, one behind the other. */
  static Packet of(int head, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) body.writeBytes(part);
    return new Packet(head, body.toByteArray());
  }

  /** Text with its length before it; cut where the length would not fit. */
  static byte[] text(String text) {
    return field(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] field(byte[] bytes) {
    if (bytes.length > 0xFFFF) throw new IllegalArgumentException("a field of MQTT has 65,535 bytes at most");
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 2);
    out.writeBytes(number(bytes.length));
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  static byte[] number(int n) {
    return new byte[] {(byte) (n >> 8), (byte) n};
  }

  int numberAt(int place) throws IOException {
    if (body.length < place + 2) throw new IOException("no MQTT");
    return (body[place] & 0xFF) << 8 | body[place + 1] & 0xFF;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + LENGTH_BYTES + 1);
    out.write(head);
    int left = body.length;
    do {
      out.write(left > 0x7F ? left & 0x7F | 0x80 : left);
      left >>= 7;
    } while (left > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  static Packet read(Line line) throws IOException {
    int head = line.read();
    int length = 0;
    for (int i = 0; ; i++) {
      int b = line.read();
      length |= (b & 0x7F) << 7 * i;
      if (b < 0x80) break;
      if (i == LENGTH_BYTES - 1) throw new IOException("no MQTT");
    }
    if (length > MOST) throw new IOException("no MQTT");
    return new Packet(head, line.read(length));
  }
}
