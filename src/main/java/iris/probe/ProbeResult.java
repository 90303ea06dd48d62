package iris.probe;

import iris.signal.Reason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of a check. */
public sealed interface ProbeResult {
  Steps steps();

  /** Whether what was checked is there and does its work. */
  default boolean well() {
    return switch (this) {
      // Who asks for a password is there; whether ours is right is not what a check without one can say.
      case Answered a -> a.status().isEmpty() || a.status().getAsInt() < 400
          || a.status().getAsInt() == 401 || a.status().getAsInt() == 403;
      case Unanswered _ -> false;
    };
  }

  /** Why it is well or not. */
  Reason why();

  /**
   * How long each step took; empty for a step that there is not, or that was not reached.
   *
   * @param dns name to addresses
   * @param connect until the TCP connection stood
   * @param tls handshake
   * @param firstByte from the request sent to the first byte of the answer
   * @param whole from the start to the last byte, or to where it ended
   */
  record Steps(
      Optional<Duration> dns,
      Optional<Duration> connect,
      Optional<Duration> tls,
      Optional<Duration> firstByte,
      Duration whole) {
    public Steps {
      Objects.requireNonNull(dns);
      Objects.requireNonNull(connect);
      Objects.requireNonNull(tls);
      Objects.requireNonNull(firstByte);
      Objects.requireNonNull(whole);
    }
  }

  /**
   * @param status of HTTP; empty for a mere connection
   * @param certificateDays until the server's certificate ends; empty without TLS
   * @param addresses that the name led to, in the order of the resolver
   * @param content of a page
   */
  record Answered(
      Steps steps,
      OptionalInt status,
      OptionalInt certificateDays,
      List<InetAddress> addresses,
      Optional<Content> content,
      Reason why)
      implements ProbeResult {
    public Answered {
      Objects.requireNonNull(steps);
      Objects.requireNonNull(status);
      Objects.requireNonNull(certificateDays);
      addresses = List.copyOf(addresses);
      Objects.requireNonNull(content);
      Objects.requireNonNull(why);
    }
  }

  /** It ended at {@code at}. */
  record Unanswered(Steps steps, Step at, Reason why) implements ProbeResult {
    public Unanswered {
      Objects.requireNonNull(steps);
      Objects.requireNonNull(at);
      Objects.requireNonNull(why);
    }
  }

  /** The steps of a check, in order. */
  enum Step {
    DNS,
    CONNECT,
    TLS,
    FIRST_BYTE,
    BODY
  }
}
