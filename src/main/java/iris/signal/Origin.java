package iris.signal;

import java.util.Locale;

/** Whose fault: the word of the feed for it, or ours. Wire form: the name in lower case (feed-profile.md). */
public enum Origin {
  PROVIDER,
  EXTERNAL,
  NETWORK,
  UNKNOWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The origin of a wire word; what is not known is {@link #UNKNOWN}, never an error. */
  public static Origin ofWire(String word) {
    for (Origin o : values()) if (o.wire().equals(word)) return o;
    return UNKNOWN;
  }
}
