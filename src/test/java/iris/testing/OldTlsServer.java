package iris.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server that knows no encryption newer than TLS 1.1. Java has none to offer any more, so this one is made of bytes:
 * the versions that a client offers are read from its first message, and answered as servers of that time do.
 */
public final class OldTlsServer implements AutoCloseable {
  private static final int SUPPORTED_VERSIONS = 43;

  /** What an old server says to a client that is newer. */
  public enum Manner {
    /** An alert: no version that both know. */
    ALERT,
    /** As if nothing were the matter: it chose TLS 1.1. */
    CHOOSES
  }

  private final Door door;
  private final Manner manner;
  private final boolean mail;
  private final LinkedBlockingQueue<List<String>> offers = new LinkedBlockingQueue<>();
  /** What came after the first message of a client that should have left: plain bytes, if it went on unencrypted. */
  private final LinkedBlockingQueue<byte[]> rest = new LinkedBlockingQueue<>();

  private OldTlsServer(Manner manner, boolean mail) {
    this.manner = manner;
    this.mail = mail;
    door = new Door("old server", this::serve);
  }

  public static OldTlsServer that(Manner manner) {
    return new OldTlsServer(manner, false);
  }

  /** One for mail, which speaks in the open until it is told to start TLS. */
  public static OldTlsServer forMail(Manner manner) {
    return new OldTlsServer(manner, true);
  }

  public int port() {
    return door.port();
  }

  public URI uri(String path) {
    return URI.create("https://localhost:" + port() + path);
  }

  /** The versions that the next client offered, as {@code 1.3}; waited for at most 60 s. */
  public List<String> offered() throws InterruptedException {
    List<String> offer = offers.poll(60, TimeUnit.SECONDS);
    if (offer == null) throw new AssertionError("nobody began to speak TLS");
    return offer;
  }

  /** Whatever a client said after it had been answered, as letters; waited for at most 60 s. */
  public String afterwards() throws InterruptedException {
    byte[] said = rest.poll(60, TimeUnit.SECONDS);
    if (said == null) throw new AssertionError("the client neither spoke nor left");
    return new String(said, StandardCharsets.ISO_8859_1);
  }

  private void serve(Socket line) {
    try (line) {
      line.setSoTimeout(60_000);
      DataInputStream in = new DataInputStream(line.getInputStream());
      DataOutputStream out = new DataOutputStream(line.getOutputStream());
      if (mail) startTls(in, out);
      offers.add(versions(record(in)));
      out.write(manner == Manner.ALERT ? alert() : chosen());
      out.flush();
      rest.add(in.readAllBytes());
    } catch (IOException left) {
      // A reset is a way of leaving, too.
      rest.add(new byte[0]);
    }
  }

  private static void startTls(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeBytes("220 old.example ESMTP\r\n");
    while (true) {
      String said = line(in);
      if (said.startsWith("EHLO")) out.writeBytes("250-old.example\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n");
      else if (said.startsWith("STARTTLS")) {
        out.writeBytes("220 go on\r\n");
        return;
      } else out.writeBytes("502 no\r\n");
    }
  }

  private static String line(DataInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b; (b = in.readByte()) != '\n'; ) line.write(b);
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer record(DataInputStream in) throws IOException {
    in.skipNBytes(3);
    byte[] body = new byte[in.readUnsignedShort()];
    in.readFully(body);
    return ByteBuffer.wrap(body);
  }

  /** Of a ClientHello: type, length (3), version (2), random (32), session, cipher suites, compressions, extensions. */
  private static List<String> versions(ByteBuffer hello) {
    hello.position(1 + 3);
    int oldest = hello.getShort() & 0xffff;
    hello.position(hello.position() + 32);
    skip(hello, hello.get() & 0xff);
    skip(hello, hello.getShort() & 0xffff);
    skip(hello, hello.get() & 0xff);
    int extensions = hello.hasRemaining() ? hello.getShort() & 0xffff : 0;
    for (int end = hello.position() + extensions; hello.position() < end; ) {
      int type = hello.getShort() & 0xffff;
      int length = hello.getShort() & 0xffff;
      if (type == SUPPORTED_VERSIONS) {
        List<String> all = new ArrayList<>();
        for (int left = hello.get() & 0xff; left > 0; left -= 2) all.add(name(hello.getShort() & 0xffff));
        return all;
      }
      skip(hello, length);
    }
    return List.of(name(oldest));
  }

  private static void skip(ByteBuffer bytes, int count) {
    bytes.position(bytes.position() + count);
  }

  private static String name(int version) {
    return switch (version) {
      case 0x0304 -> "1.3";
      case 0x0303 -> "1.2";
      case 0x0302 -> "1.1";
      case 0x0301 -> "1.0";
      default -> Integer.toHexString(version);
    };
  }

  /** Fatal, protocol_version. */
  private static byte[] alert() {
    return new byte[] {21, 3, 2, 0, 2, 2, 70};
  }

  /** A ServerHello of TLS 1.1 with ECDHE, RSA and AES-128-CBC, which newer clients know as well. */
  private static byte[] chosen() {
    byte[] body = new byte[2 + 32 + 1 + 2 + 1];
    body[0] = 3;
    body[1] = 2;
    body[body.length - 3] = (byte) 0xc0;
    body[body.length - 2] = 0x13;
    ByteBuffer hello = ByteBuffer.allocate(5 + 4 + body.length);
    hello.put(new byte[] {22, 3, 2}).putShort((short) (4 + body.length));
    hello.put((byte) 2).put((byte) 0).putShort((short) body.length).put(body);
    return hello.array();
  }

  @Override
  public void close() {
    door.close();
  }
}
