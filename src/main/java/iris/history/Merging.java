package iris.history;

import iris.signal.Window;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * HdrHistograms as they come, and added up. What comes from a feed is looked at before it is unpacked: its first bytes
 * say how much room it wants, and a feed may say anything.
 */
final class Merging {
  static final String ENCODING = "hdrhistogram-v2-deflate-base64";

  /** A day, in ms; no transaction lasts longer. */
  private static final long LONGEST = 86_400_000;
  private static final int DIGITS = 3;
  /** Cookie and length before what is deflated; then, inflated, the head that is looked at. */
  private static final int OUTSIDE = 8;
  private static final int HEAD = 40;

  private Merging() {}

  static Histogram empty() {
    Histogram h = new Histogram(DIGITS);
    h.setAutoResize(true);
    return h;
  }

  /** Empty where it is none that can be added up: of another encoding, damaged, too fine, or too far. */
  static Optional<Histogram> of(Window.Histogram said) {
    if (!said.encoding().equals(ENCODING)) return Optional.empty();
    try {
      return Optional.of(decode(Base64.getDecoder().decode(said.data())));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** @throws IllegalArgumentException for bytes that are no histogram of ours or of a feed */
  static Histogram decode(byte[] bytes) {
    try {
      check(bytes);
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (DataFormatException | RuntimeException damaged) {
      throw new IllegalArgumentException("no histogram: " + damaged.getMessage(), damaged);
    }
  }

  private static void check(byte[] bytes) throws DataFormatException {
    if (bytes.length < OUTSIDE) throw new IllegalArgumentException("cut short");
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    try (java.util.zip.Inflater inflater = new java.util.zip.Inflater()) {
      inflater.setInput(bytes, OUTSIDE, bytes.length - OUTSIDE);
      if (inflater.inflate(head.array()) < HEAD) throw new IllegalArgumentException("cut short");
    }
    // Cookie, length of the counts, offset, digits, lowest, highest.
    int counts = head.getInt(4);
    int digits = head.getInt(12);
    long lowest = head.getLong(16);
    long highest = head.getLong(24);
    if (digits < 0 || digits > DIGITS || lowest < 1 || highest < 2 || highest > 2 * LONGEST || counts < 0 || counts > 1 << 18)
      throw new IllegalArgumentException(digits + " digits from " + lowest + " to " + highest);
  }

  /** The same counts are the same bytes, in whatever order they were added. */
  static byte[] encode(Histogram h) {
    Histogram plain = new Histogram(Math.max(2, h.getMaxValue()), DIGITS);
    plain.add(h);
    ByteBuffer buffer = ByteBuffer.allocate(plain.getNeededByteBufferCapacity());
    int length = plain.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_SPEED);
    return Arrays.copyOf(buffer.array(), length);
  }

  /** Adds the second to the first, which grows as need be. */
  static Histogram plus(Histogram sum, Histogram more) {
    Histogram grown = sum.isAutoResize() ? sum : grow(sum);
    grown.add(more);
    return grown;
  }

  private static Histogram grow(Histogram h) {
    Histogram grown = empty();
    grown.add(h);
    return grown;
  }

  static Part.Three quantiles(Histogram h) {
    return h.getTotalCount() == 0 ? Part.Three.NONE
        : new Part.Three(h.getValueAtPercentile(50), h.getValueAtPercentile(95), h.getValueAtPercentile(99));
  }
}
