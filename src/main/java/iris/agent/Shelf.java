package iris.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was published, for whoever shows it. May be asked from any thread. */
public interface Shelf {
  /** What was published of a service from {@code from}, inclusive, until {@code until}, exclusive; newest first. */
  List<Published> between(String service, Instant from, Instant until);

  /** All steps of incidents that are open, and maintenance that is not over, whatever their age; newest first. */
  List<Published> open(String service);

  /** When the oldest thing that is kept of a service was published. */
  Optional<Instant> oldest(String service);
}
