package iris.relay;

import java.util.Comparator;
import java.util.Objects;

/**
 * What a server watches as one thing, with one level.
 *
 * @param key of the service or the feed as the configuration names it; {@code iris} for IRIS itself
 * @param name for a person; feed text, hostile
 */
public record Signal(Kind kind, String key, String name) implements Comparable<Signal> {
  /** IRIS itself: its heartbeat, its faults. */
  public static final Signal IRIS = new Signal(Kind.IRIS, "iris", "IRIS");

  /** Key of the service whose outage is played by {@code iris relay test}; servers have it ready, no board does. */
  public static final String TEST = "iris-test";

  private static final Comparator<Signal> ORDER = Comparator.comparing(Signal::kind).thenComparing(Signal::key);

  /** What it is. */
  public enum Kind {
    SERVICE,
    FEED,
    IRIS;

    private final String id = name().toLowerCase(java.util.Locale.ROOT) + "/";
  }

  public Signal {
    Objects.requireNonNull(kind);
    if (key.isBlank()) throw new IllegalArgumentException("a signal has a key");
    if (name.isBlank()) name = key;
  }

  /** {@code service/siv}: the same for ever, whatever the name becomes. */
  public String id() {
    return kind.id + key;
  }

  @Override
  public int compareTo(Signal other) {
    return ORDER.compare(this, other);
  }
}
