package iris.agent.source.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * One file that is being read. It keeps no bytes but its beginning and what stands before its offset: half a line is
 * read again when there is more of it.
 */
final class Followed implements Closeable {
  /** What a reading came to. */
  enum Progress {
    NOTHING,
    SOME,
    /** What was read is not there any more: the file was cut and perhaps written again. */
    TRUNCATED
  }

  private final Content content;
  private final boolean packed;
  private final String key;
  @SuppressWarnings("NullAway.Init")
  private byte[] head;
  private byte[] tail = new byte[0];
  private long offset;
  private boolean skipping;
  private long size = -1;
  private long modified = -1;
  private boolean ended;
  private Instant grew;

  private Followed(Candidate file, Content content, Instant now) {
    this.content = content;
    this.packed = file.packed();
    this.key = file.key();
    this.grew = now;
  }

  /** From a place on. @throws NoSuchFileException if another file has that name by now: look again */
  static Followed at(Candidate file, Place place, Instant now) throws IOException {
    Followed one = open(file, now);
    try {
      one.go(place.offset(), place.skipping());
      boolean same = place.before().length() == 0 || file.packed() || place.before().equals(Print.of(one.tail));
      if (same && place.identity().begins(one.head)) return one;
      throw new NoSuchFileException(file.path().toString(), null, "it moved away");
    } catch (IOException | RuntimeException e) {
      one.close();
      throw e;
    }
  }

  static Followed fromBeginning(Candidate file, Instant now) throws IOException {
    Followed one = open(file, now);
    one.head = new byte[0];
    return one;
  }

  /** From the beginning of the last, unfinished line on. */
  static Followed fromEnd(Candidate file, byte[] buffer, Instant now) throws IOException {
    Followed one = open(file, now);
    long size = one.content.size();
    long from = Math.max(0, size - buffer.length);
    int n = one.content.read(buffer, from);
    int begin = n;
    while (begin > 0 && buffer[begin - 1] != '\n') begin--;
    // A line without a beginning in sight is too long to be read anyway.
    if (begin == 0 && from > 0) one.go(from + n, true);
    else one.go(from + begin, false);
    return one;
  }

  private static Followed open(Candidate file, Instant now) throws IOException {
    Content content = Content.open(file.path(), file.packed());
    try {
      if (file.still()) return new Followed(file, content, now);
      throw new NoSuchFileException(file.path().toString(), null, "it moved away");
    } catch (IOException | RuntimeException e) {
      content.close();
      throw e;
    }
  }

  private void go(long to, boolean within) throws IOException {
    byte[] beginning = new byte[(int) Math.min(Identity.HEAD, to)];
    head = Arrays.copyOf(beginning, content.read(beginning, 0));
    offset = to;
    skipping = within;
    if (packed) return;
    System.arraycopy(head, 0, beginning, 0, head.length);
    byte[] before = new byte[(int) Math.min(Place.TAIL, to)];
    tail = Arrays.copyOf(before, content.read(before, to - before.length));
  }

  /** Reads on once. */
  Progress read(byte[] buffer, Lines lines, Instant now) throws IOException {
    if (packed) return ended ? Progress.NOTHING : unpack(buffer, lines, now);
    long is = content.size();
    if (is < offset) return Progress.TRUNCATED;
    // Of the same size, it may yet be another text: times of change are as coarse as the clock's tick.
    if (is == size) return stands() ? Progress.NOTHING : Progress.TRUNCATED;
    int n = is == offset ? 0 : content.read(buffer, offset);
    // After reading: what was read belongs to the old text only if that is still in its place.
    if (!stands()) return Progress.TRUNCATED;
    long before = offset;
    use(buffer, n, lines);
    if (offset == before && n == buffer.length) overNuls(buffer, offset + n);
    if (offset == before || offset == is) {
      boolean more = is != size;
      size = is;
      if (more) grew = now;
      return offset == before ? Progress.NOTHING : Progress.SOME;
    }
    grew = now;
    return Progress.SOME;
  }

  private Progress unpack(byte[] buffer, Lines lines, Instant now) throws IOException {
    int n = content.read(buffer, offset);
    long before = offset;
    use(buffer, n, lines);
    grew = now;
    ended = n < buffer.length;
    return offset == before ? Progress.NOTHING : Progress.SOME;
  }

  private void use(byte[] buffer, int n, Lines lines) {
    Lines.Cut cut = lines.take(buffer, n, skipping);
    int used = cut.used();
    int room = Math.min(Identity.HEAD - head.length, used);
    if (room > 0) {
      int had = head.length;
      head = Arrays.copyOf(head, had + room);
      System.arraycopy(buffer, 0, head, had, room);
    }
    byte[] joined = Arrays.copyOf(tail, tail.length + Math.min(Place.TAIL, used));
    System.arraycopy(buffer, used - Math.min(Place.TAIL, used), joined, tail.length, Math.min(Place.TAIL, used));
    tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - Place.TAIL), joined.length);
    offset += used;
    skipping = cut.skipping();
  }

  /** A hole is larger than the buffer: goes on where something stands, if something does. */
  private void overNuls(byte[] buffer, long from) throws IOException {
    for (long at = from; ; at += buffer.length) {
      int n = content.read(buffer, at);
      for (int i = 0; i < n; i++) {
        if (buffer[i] == 0) continue;
        go(at + i, skipping);
        return;
      }
      if (n < buffer.length) return;
    }
  }

  private boolean stands() throws IOException {
    byte[] now = new byte[tail.length];
    return content.read(now, offset - tail.length) == tail.length && Arrays.equals(now, tail);
  }

  /** Told when the log changed last, by its name. */
  void looked(long lastModified) {
    modified = lastModified;
  }

  /** Whether a file is this one. */
  boolean is(Candidate file) throws IOException {
    if (!file.key().equals(Identity.NO_KEY)) return file.key().equals(key);
    return file.modified() == modified && file.size() == size || file.holds(place());
  }

  /** Whether another file has the system's key of this one. */
  boolean hasKeyOf(Candidate file) {
    return !key.equals(Identity.NO_KEY) && key.equals(file.key());
  }

  /** Whether all that another file holds stands here too, at this moment: it is a copy, perhaps not finished. */
  boolean covers(Candidate file) throws IOException {
    byte[] theirs = file.head();
    if (packed) return theirs.length == head.length && Arrays.equals(theirs, head);
    if (!file.packed() && file.size() > content.size()) return false;
    byte[] ours = new byte[theirs.length];
    return content.read(ours, 0) == ours.length && Arrays.equals(theirs, ours);
  }

  /** From the beginning again, after a truncation. */
  void startAgain() {
    head = new byte[0];
    tail = new byte[0];
    offset = 0;
    skipping = false;
    size = -1;
  }

  /** Whether nobody writes to it any more, so long after it was renamed. */
  boolean quiet(Instant now, Duration linger) {
    return ended || !packed && Duration.between(grew, now).compareTo(linger) >= 0;
  }

  /** Takes what stands at its end without an end of line. */
  void finish(byte[] buffer, Lines lines) throws IOException {
    int n = content.read(buffer, offset);
    if (!skipping && n > 0) lines.last(buffer, n);
    if (packed) offset += n;
    else go(offset + n, skipping);
  }

  Place place() {
    return new Place(Identity.of(key, head), offset, skipping, Print.of(tail));
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
