package iris.agent.simulate;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A fault that was ordered.
 *
 * @param until exclusive; empty: until it is taken away
 * @param share of the transactions that it strikes, above 0 to 1; 1 for a fault that cannot be shared
 */
public record Injection(Fault fault, Optional<Instant> until, double share) {
  public Injection {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(until);
    if (!(share > 0 && share <= 1) || !fault.shared() && share < 1)
      throw new IllegalArgumentException(fault.word() + " for a share of " + share);
  }

  boolean over(Instant now) {
    return until.isPresent() && !now.isBefore(until.get());
  }
}
