package iris.agent.source.log;

import java.util.Arrays;

/** A fingerprint of so many bytes: FNV-1a, 64 bits. */
record Print(int length, long sum) {
  static final Print NONE = of(new byte[0]);

  static Print of(byte[] bytes) {
    long sum = 0xcbf29ce484222325L;
    for (byte b : bytes) sum = (sum ^ b & 0xff) * 0x100000001b3L;
    return new Print(bytes.length, sum);
  }

  /** Whether these bytes begin with those. */
  boolean begins(byte[] bytes) {
    return bytes.length >= length && of(Arrays.copyOf(bytes, length)).equals(this);
  }
}
