package iris.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long each step of one of our own checks took; a step that there is not, or that was not reached, is empty.
 *
 * @param dns name to addresses
 * @param connect until the connection stood: present, something listens there and the way to it works
 * @param firstByte from the request sent to the first byte of the answer
 * @param whole from the start to the last byte, or to where it ended
 * @param certificateDays until the server's certificate ends; empty without TLS
 */
public record Took(
    Optional<Duration> dns,
    Optional<Duration> connect,
    Optional<Duration> tls,
    Optional<Duration> firstByte,
    Duration whole,
    OptionalInt certificateDays) {
  public Took {
    Objects.requireNonNull(dns);
    Objects.requireNonNull(connect);
    Objects.requireNonNull(tls);
    Objects.requireNonNull(firstByte);
    Objects.requireNonNull(whole);
    Objects.requireNonNull(certificateDays);
  }
}
