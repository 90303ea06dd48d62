package iris.agent;

import iris.signal.Origin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * A tally as bytes. The histograms are in HdrHistogram's V2 encoding, which leaves out what was never counted; it is
 * not deflated, since an open window is written again with every commit.
 */
final class TallyBytes {
  private static final byte FIRST_FORM = 1;
  /** More than any histogram of an hour's milliseconds takes: a damaged length must not fill the memory. */
  private static final int MOST = 1 << 20;

  private TallyBytes() {}

  static byte[] of(Tally tally) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FIRST_FORM);
      out.writeLong(tally.from().getEpochSecond());
      out.writeInt(tally.from().getNano());
      out.writeLong(tally.total());
      Map<Origin, Long> failures = tally.failures();
      for (Origin origin : Origin.values()) out.writeLong(failures.getOrDefault(origin, 0L));
      histogram(out, tally.whole());
      out.writeInt(tally.responses().size());
      for (Map.Entry<String, Histogram> response : tally.responses().entrySet()) {
        out.writeUTF(response.getKey());
        histogram(out, response.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void histogram(DataOutputStream out, Histogram h) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(h.getNeededByteBufferCapacity());
    int length = h.encodeIntoByteBuffer(buffer);
    out.writeInt(length);
    out.write(buffer.array(), 0, length);
  }

  static Tally tally(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte form = in.readByte();
      if (form != FIRST_FORM) throw new IllegalArgumentException("a tally of form " + form);
      Instant from = Instant.ofEpochSecond(in.readLong(), in.readInt());
      long total = in.readLong();
      Map<Origin, Long> failures = new EnumMap<>(Origin.class);
      for (Origin origin : Origin.values()) {
        long count = in.readLong();
        if (count < 0) throw new IllegalArgumentException(origin + " failed " + count);
        if (count > 0) failures.put(origin, count);
      }
      Histogram whole = histogram(in);
      Map<String, Histogram> responses = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) responses.put(in.readUTF(), histogram(in));
      return Tally.of(from, total, failures, whole, responses);
    } catch (IOException | RuntimeException damaged) {
      throw new IllegalArgumentException("no tally in these " + bytes.length + " bytes", damaged);
    }
  }

  private static Histogram histogram(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST) throw new IllegalArgumentException("a histogram of " + length + " bytes");
    byte[] encoded = new byte[length];
    in.readFully(encoded);
    Histogram h = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), Tally.LONGEST);
    h.setAutoResize(true);
    return h;
  }
}
