package iris.rss;

import java.time.Instant;
import java.util.Optional;

/**
 * The name of one state of an item: guid + date + hash of what it says (reading rule 4). The hash is 64 bits over the
 * texts in the order given; it is the same on every machine, and protects against change, not against forgery.
 */
public final class Revision {
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private long hash = PRIME;

  /** Adds a text, or its absence, to what was said. */
  public Revision say(String text) {
    mix(text == null ? 1 : ((long) text.length() << 33) ^ text.hashCode());
    return this;
  }

  /** Adds a number to what was said. */
  public Revision say(long number) {
    mix(number);
    return this;
  }

  /** A step for each of some thirty words an item: the rotation carries high bits down, {@link #of} stirs the rest. */
  private void mix(long word) {
    hash = Long.rotateLeft(hash ^ word, 29) * PRIME;
  }

  /** The name: {@code guid|epoch second or -|hash in hexadecimal}. */
  public String of(String guid, Optional<Instant> date) {
    long h = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
    String said = Long.toHexString(h ^ h >>> 32);
    return date.isPresent() ? guid + '|' + date.get().getEpochSecond() + '|' + said : guid + "|-|" + said;
  }
}
