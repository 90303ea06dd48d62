package iris.relay.post;

import iris.relay.Delivery;
import iris.relay.Seen;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a test outage and its recovery.
 *
 * @param bad what the server held after the outage, where it can be asked; {@code good} after the recovery
 */
public record Trial(Delivery outage, Optional<Seen> bad, Delivery recovery, Optional<Seen> good) {
  public Trial {
    Objects.requireNonNull(outage);
    Objects.requireNonNull(bad);
    Objects.requireNonNull(recovery);
    Objects.requireNonNull(good);
  }
}
