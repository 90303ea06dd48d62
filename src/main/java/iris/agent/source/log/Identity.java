package iris.agent.source.log;

/**
 * What a file is known by when its name has changed: the system's key (device and inode) and a fingerprint of its
 * first bytes, since keys are given out again and copies have others.
 *
 * @param key of the system, {@link #NO_KEY} where it has none
 * @param length of the fingerprinted beginning, 0 to {@link #HEAD}
 */
record Identity(String key, int length, long print) {
  static final String NO_KEY = "-";
  static final int HEAD = 1024;

  /** So many bytes say of themselves which file they are of. */
  private static final int TELLING = 32;

  static Identity of(String key, byte[] head, int length) {
    return new Identity(key, length, print(head, length));
  }

  /** FNV-1a, 64 bits. */
  static long print(byte[] bytes, int length) {
    long print = 0xcbf29ce484222325L;
    for (int i = 0; i < length; i++) print = (print ^ bytes[i] & 0xff) * 0x100000001b3L;
    return print;
  }

  /** Whether this beginning is enough to know a copy by. */
  boolean telling() {
    return length >= TELLING;
  }

  boolean sameKey(String other) {
    return !key.equals(NO_KEY) && key.equals(other);
  }

  /** Whether a file begins as this one did. */
  boolean begins(byte[] head) {
    return head.length >= length && print(head, length) == print;
  }
}
