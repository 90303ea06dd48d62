package iris.alarm;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody does not believe the verdict. It stands beside the verdict and never in its place, until the episode is over.
 *
 * @param fault whose fault it is instead
 * @param stood the verdict that stood when it was contested
 */
public record Contest(Instant at, String author, String reason, OriginVerdict.Fault fault, OriginVerdict stood) {
  public Contest {
    Objects.requireNonNull(at);
    Objects.requireNonNull(author);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(fault);
    Objects.requireNonNull(stood);
  }
}
