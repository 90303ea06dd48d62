package iris.feed;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** From the bytes of the wire to those of the document. */
final class Unpack {
  /** Over the cap on inflated bytes: a gzip bomb, or a feed that outgrew its cap. */
  static final class Bomb extends Exception {}

  private Unpack() {}

  /**
   * Unpacks gzip. A document that is gzip without saying so (a file .gz served as it lies there) is unpacked too: no
   * XML begins like that.
   *
   * @param encodings values of Content-Encoding
   */
  static byte[] unpack(byte[] wire, List<String> encodings, int cap) throws Denied, Bomb {
    boolean said = false;
    for (String list : encodings)
      for (String one : list.split(","))
        switch (one.strip().toLowerCase(Locale.ROOT)) {
          case "", "identity" -> {}
          case "gzip", "x-gzip" -> said = true;
          default -> throw new Denied("feed.encoding", one.strip());
        }
    boolean packed = wire.length > 1 && (wire[0] & 0xff) == 0x1f && (wire[1] & 0xff) == 0x8b;
    if (said && !packed && wire.length > 0) throw new Denied("feed.gzip.not");
    return packed ? inflate(wire, cap) : wire;
  }

  /** Counted before it is kept: a bomb takes time up to the cap, and no memory. */
  private static byte[] inflate(byte[] wire, int cap) throws Denied, Bomb {
    try {
      int size = size(wire, cap);
      byte[] all = new byte[size];
      try (InputStream in = open(wire)) {
        in.readNBytes(all, 0, size);
      }
      return all;
    } catch (EOFException e) {
      throw new Denied("feed.gzip.cut");
    } catch (IOException e) {
      throw new Denied("feed.gzip.broken");
    }
  }

  private static int size(byte[] wire, int cap) throws IOException, Bomb {
    byte[] some = new byte[8192];
    int size = 0;
    try (InputStream in = open(wire)) {
      for (int n; (n = in.read(some)) >= 0; size += n) if (n > cap - size) throw new Bomb();
    }
    return size;
  }

  private static InputStream open(byte[] wire) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(wire), 8192);
  }
}
