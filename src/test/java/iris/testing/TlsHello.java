package iris.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The first words of a TLS client of one version, made of bytes since Java would not say the old ones, and the answer. */
public final class TlsHello {
  private static final int ALERT = 21;
  /** Groups secp256r1, x25519; points uncompressed; signatures of every kind that such clients know. */
  private static final byte[] EXTENSIONS = HexFormat.of().parseHex("000a00060004" + "0017001d" + "000b00020100"
      + "000d000e000c" + "040304010804" + "050102030201");
  /** ECDHE with AES, as TLS 1.2 has it and as TLS 1.0 had it. */
  private static final byte[] SUITES = HexFormat.of().parseHex("c02bc02fc009c013002f");

  private TlsHello() {}

  /** @param version the last number of it: 2 for TLS 1.1, 3 for TLS 1.2. The answer: "alert 70", "hello 3" */
  public static String to(int port, int version) throws IOException {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout(60_000);
      line.getOutputStream().write(hello(version));
      line.getOutputStream().flush();
      DataInputStream in = new DataInputStream(line.getInputStream());
      int kind = in.readUnsignedByte();
      in.skipNBytes(2);
      byte[] body = new byte[in.readUnsignedShort()];
      in.readFully(body);
      return kind == ALERT ? "alert " + body[1] : "hello " + body[5];
    }
  }

  /** Record (type, version, length) of a handshake (type, length of 3 bytes) with version, random, session, the rest. */
  private static byte[] hello(int version) {
    int body = 2 + 32 + 1 + 2 + SUITES.length + 2 + 2 + EXTENSIONS.length;
    ByteBuffer all = ByteBuffer.allocate(5 + 4 + body);
    all.put(new byte[] {22, 3, 1}).putShort((short) (4 + body));
    all.put((byte) 1).put((byte) 0).putShort((short) body);
    all.put((byte) 3).put((byte) version).put(new byte[32]).put((byte) 0);
    all.putShort((short) SUITES.length).put(SUITES);
    all.put((byte) 1).put((byte) 0);
    return all.putShort((short) EXTENSIONS.length).put(EXTENSIONS).array();
  }
}
