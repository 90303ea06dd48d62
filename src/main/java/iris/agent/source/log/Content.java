package iris.agent.source.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/** The bytes of a log file, whether it is packed or not. An open one stays readable when it is renamed or deleted. */
sealed interface Content extends Closeable {
  /** Bytes it has now; {@link Long#MAX_VALUE} for a packed one, whose size shows at its end. */
  long size() throws IOException;

  /**
   * Reads as much as is there and fits.
   *
   * @param offset where to begin; of a packed one not before that of the read before
   * @return bytes read, 0 at the end
   */
  int read(byte[] into, long offset) throws IOException;

  static Content open(Path file, boolean packed) throws IOException {
    return packed ? new Packed(file) : new Plain(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** As it lies on the disk. */
  record Plain(FileChannel channel) implements Content {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public int read(byte[] into, long offset) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(into);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) <= 0) break;
      }
      return buffer.position();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Packed by gzip. A stream: what was read last is kept, since the next read begins within it, at half a line. */
  final class Packed implements Content {
    private final InputStream in;
    private byte[] kept = new byte[0];
    private long keptAt;

    private Packed(Path file) throws IOException {
      InputStream raw = Files.newInputStream(file);
      try {
        in = new GZIPInputStream(raw, 65_536);
      } catch (IOException broken) {
        raw.close();
        throw broken;
      }
    }

    @Override
    public long size() {
      return Long.MAX_VALUE;
    }

    @Override
    public int read(byte[] into, long offset) throws IOException {
      long end = keptAt + kept.length;
      int again = 0;
      if (offset < end) {
        int from = Math.toIntExact(offset - keptAt);
        again = kept.length - from;
        System.arraycopy(kept, from, into, 0, again);
      } else {
        in.skipNBytes(offset - end);
      }
      int n = again + in.readNBytes(into, again, into.length - again);
      kept = java.util.Arrays.copyOf(into, n);
      keptAt = offset;
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
