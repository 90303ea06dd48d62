package iris.agent.source.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file beside the log, which may be what the log once was.
 *
 * @param modified milliseconds since 1970
 * @param packed whether it is read through gzip
 */
record Candidate(Path path, String key, long size, long modified, boolean packed) {
  static Candidate of(Path path, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return new Candidate(path, key == null ? Identity.NO_KEY : key.toString(), attributes.size(),
        attributes.lastModifiedTime().toMillis(), path.getFileName().toString().endsWith(".gz"));
  }

  /** The log itself is never packed, whatever its name. */
  Candidate unpacked() {
    return new Candidate(path, key, size, modified, false);
  }

  /** Its first bytes, unpacked; at most {@link Identity#HEAD}, none where it is broken or not ours. */
  byte[] head() throws IOException {
    try (InputStream raw = Files.newInputStream(path); InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      return in.readNBytes(Identity.HEAD);
    } catch (ZipException | EOFException | AccessDeniedException notForUs) {
      return new byte[0];
    }
  }

  /** Whether it holds what was read up to {@code place}: the file itself, renamed, or a copy of it. */
  boolean holds(Place place) throws IOException {
    Identity identity = place.identity();
    boolean itself = !packed && identity.sameKey(key);
    if (!packed && size < place.offset() || !itself && !identity.telling()) return false;
    return identity.begins(head());
  }

  /** Whether it is a file that was read to its end already, perhaps packed since. */
  boolean was(Place done) throws IOException {
    return holds(done) && (!packed && done.identity().sameKey(key) || length() == done.offset());
  }

  /** What is known of a file that is not read at all. */
  Place whole() throws IOException {
    byte[] head = head();
    return new Place(Identity.of(key, head, head.length), length(), false);
  }

  /** Unpacked, modulo 2^32 for a packed one. */
  private long length() throws IOException {
    if (!packed) return size;
    if (size < 18) return 0;
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(size - 4);
      byte[] b = in.readNBytes(4);
      if (b.length < 4) return 0;
      return b[0] & 0xffL | (b[1] & 0xffL) << 8 | (b[2] & 0xffL) << 16 | (b[3] & 0xffL) << 24;
    }
  }
}
