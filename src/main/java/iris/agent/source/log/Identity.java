package iris.agent.source.log;

import java.util.Arrays;

/**
 * What a file is known by when its name has changed: the system's key (device and inode) and fingerprints of its first
 * bytes, since keys are given out again and copies have others.
 *
 * @param key of the system, {@link #NO_KEY} where it has none
 * @param start print of the first {@link #START} bytes or fewer: a copy that was cut off is known by it
 * @param head print of the first {@link #HEAD} bytes or fewer
 */
record Identity(String key, Print start, Print head) {
  static final String NO_KEY = "-";
  static final int HEAD = 1024;

  /** Beyond what a format writes at the top of each of its files. */
  static final int START = 256;

  /** So many bytes say of themselves which file they are of. */
  private static final int TELLING = 32;

  static Identity of(String key, byte[] head) {
    return new Identity(key, Print.of(Arrays.copyOf(head, Math.min(START, head.length))), Print.of(head));
  }

  /** Whether this beginning is enough to know a copy by. */
  boolean telling() {
    return head.length() >= TELLING;
  }

  boolean sameKey(String other) {
    return !key.equals(NO_KEY) && key.equals(other);
  }

  /** Whether a file begins as this one did. */
  boolean begins(byte[] bytes) {
    return head.begins(bytes);
  }

  /** Whether a file that is shorter may be what stood first in this one. */
  boolean startsAs(byte[] bytes) {
    return start.length() >= TELLING && (bytes.length >= head.length() ? head : start).begins(bytes);
  }
}
