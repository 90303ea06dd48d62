package iris.relay.zabbix;

import java.time.Instant;
import java.util.Comparator;

/**
 * The time of a value as Zabbix keeps it.
 *
 * @param clock seconds since 1970
 * @param ns nanoseconds within it
 */
record Stamp(long clock, int ns) implements Comparable<Stamp> {
  private static final int SECOND = 1_000_000_000;
  private static final Comparator<Stamp> ORDER = Comparator.comparingLong(Stamp::clock).thenComparingInt(Stamp::ns);

  Stamp {
    if (clock < 0 || ns < 0 || ns >= SECOND) throw new IllegalArgumentException("a second has a billion nanoseconds");
  }

  static Stamp of(Instant at) {
    return at.getEpochSecond() < 0 ? new Stamp(0, 0) : new Stamp(at.getEpochSecond(), at.getNano());
  }

  Stamp next() {
    return ns + 1 == SECOND ? new Stamp(clock + 1, 0) : new Stamp(clock, ns + 1);
  }

  Stamp before() {
    return ns > 0 ? new Stamp(clock, ns - 1) : new Stamp(Math.max(0, clock - 1), SECOND - 1);
  }

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
