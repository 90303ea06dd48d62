package iris.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one poll showed of the way to the source.
 *
 * @param took from request to last byte
 * @param clockOffset the server's clock minus ours, from its Date header; empty where there is none
 * @param certificateDays days until the server's certificate ends; negative when it has; empty without TLS
 * @param cacheAge the age a proxy says its copy has; empty for an answer of the origin itself
 * @param bytes of the body as received, 0 for an unchanged document
 */
public record Contact(
    Duration took, Optional<Duration> clockOffset, OptionalInt certificateDays, Optional<Duration> cacheAge, long bytes) {
  public static final Contact NOTHING_KNOWN =
      new Contact(Duration.ZERO, Optional.empty(), OptionalInt.empty(), Optional.empty(), 0);

  public Contact {
    Objects.requireNonNull(took);
    Objects.requireNonNull(clockOffset);
    Objects.requireNonNull(certificateDays);
    Objects.requireNonNull(cacheAge);
  }
}
