package iris.agent;

import java.time.Instant;
import java.util.Objects;

/**
 * What one second saw of a service's transactions.
 *
 * @param second start of the second, whole
 * @param total transactions that ended in it, 1 or more
 * @param provider failures by the provider's own fault
 * @param external failures by the fault of an external party
 * @param unknown failures of which nobody says whose
 * @param slow transactions over the service's p95 limit; 0 where it has none
 */
public record Beat(Instant second, long total, long provider, long external, long unknown, long slow) {
  public Beat {
    Objects.requireNonNull(second);
    if (second.getNano() != 0) throw new IllegalArgumentException("not a whole second: " + second);
    if (total < 1 || provider < 0 || external < 0 || unknown < 0 || slow < 0 || slow > total
        || provider + external + unknown > total)
      throw new IllegalArgumentException("no second is like this: " + total + " " + provider + " " + external + " "
          + unknown + " " + slow);
  }

  public long failed() {
    return provider + external + unknown;
  }
}
