package iris.history.years;

import java.time.Instant;
import java.util.Objects;

/** A service of which there are windows: the start of the first and the end of the last. */
public record Known(String service, Instant first, Instant last) {
  public Known {
    Objects.requireNonNull(service);
    if (last.isBefore(first)) throw new IllegalArgumentException("last " + last + " before first " + first);
  }
}
