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
import org.jspecify.annotations.Nullable;

/** A file beside the log, which may be what the log once was, as it was seen once. */
final class Candidate {
  /** A packed file tells its length modulo this. */
  private static final long LENGTHS = 1L << 32;

  private final Path path;
  private final String key;
  private final long size;
  private final long modified;
  private final boolean packed;
  private byte @Nullable [] head;
  private boolean denied;

  private Candidate(Path path, String key, long size, long modified, boolean packed) {
    this.path = path;
    this.key = key;
    this.size = size;
    this.modified = modified;
    this.packed = packed;
  }

  static Candidate of(Path path, BasicFileAttributes a) {
    return new Candidate(path, key(a), a.size(), a.lastModifiedTime().toMillis(),
        path.getFileName().toString().endsWith(".gz"));
  }

  private static String key(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? Identity.NO_KEY : key.toString();
  }

  /** The log itself is never packed, whatever its name. */
  Candidate unpacked() {
    return new Candidate(path, key, size, modified, false);
  }

  Path path() {
    return path;
  }

  String key() {
    return key;
  }

  /** In bytes, as it lies on the disk. */
  long size() {
    return size;
  }

  /** Milliseconds since 1970. */
  long modified() {
    return modified;
  }

  /** Whether it is read through gzip. */
  boolean packed() {
    return packed;
  }

  /** Whether its name still leads to it. */
  boolean still() throws IOException {
    return key.equals(key(Files.readAttributes(path, BasicFileAttributes.class)));
  }

  /** Its first bytes, unpacked; at most {@link Identity#HEAD}, none where it is broken or not ours. */
  byte[] head() throws IOException {
    if (head == null) head = readHead();
    return head;
  }

  private byte[] readHead() throws IOException {
    try (InputStream raw = Files.newInputStream(path); InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      return in.readNBytes(Identity.HEAD);
    } catch (AccessDeniedException notForUs) {
      denied = true;
      return new byte[0];
    } catch (ZipException | EOFException broken) {
      return new byte[0];
    }
  }

  /** Whether its beginning could not be read for want of a right. */
  boolean denied() throws IOException {
    head();
    return denied;
  }

  /** Whether it holds what was read up to {@code place}: the file itself, renamed, or a copy of it. */
  boolean holds(Place place) throws IOException {
    Identity identity = place.identity();
    boolean itself = !packed && identity.sameKey(key);
    if (length() < least(place) || !itself && !identity.telling()) return false;
    return identity.begins(head()) && (packed || place.before().equals(before(place)));
  }

  private long least(Place place) {
    return packed ? place.offset() % LENGTHS : place.offset();
  }

  private Print before(Place place) throws IOException {
    int length = place.before().length();
    if (length == 0) return Print.NONE;
    try (Content content = Content.open(path, false)) {
      byte[] bytes = new byte[length];
      return content.read(bytes, place.offset() - length) < length ? Print.NONE : Print.of(bytes);
    } catch (AccessDeniedException notForUs) {
      return Print.NONE;
    }
  }

  /** Whether it is a copy of what was read up to {@code place} that ends before it. */
  boolean isPartOf(Place place) throws IOException {
    return length() < least(place) && place.identity().startsAs(head());
  }

  /** What is known of a file that is not read at all. */
  Place whole() throws IOException {
    return new Place(Identity.of(key, head()), length(), false, Print.NONE);
  }

  /** Unpacked, modulo 2^32 for a packed one. */
  long length() throws IOException {
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
