package iris.signal;

import java.util.List;
import java.util.Objects;

/**
 * How an incident came to be what it is called: for a receipt, never for a decision.
 *
 * @param guid of the item that spoke last; empty where none is known
 * @param grounds the words that decided, what they decided first
 */
public record Proof(String guid, List<Ground> grounds) {
  public static final Proof NONE = new Proof("", List.of());

  /** What was decided. */
  public enum Of {
    KIND,
    STATE
  }

  /** Where the words stand that decided it; {@link #PRESENCE}: that it stands there at all, {@link #ASSUMED}: no word. */
  public enum Place {
    MARK,
    TITLE,
    TEXT,
    PRESENCE,
    ASSUMED
  }

  /** @param words as the author wrote them; empty for {@link Place#PRESENCE} and {@link Place#ASSUMED} */
  public record Ground(Of of, Place place, String words) {
    public Ground {
      Objects.requireNonNull(of);
      Objects.requireNonNull(place);
      Objects.requireNonNull(words);
    }
  }

  public Proof {
    Objects.requireNonNull(guid);
    grounds = List.copyOf(grounds);
  }
}
