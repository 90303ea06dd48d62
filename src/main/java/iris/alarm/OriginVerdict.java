package iris.alarm;

import iris.signal.Reason;
import java.util.List;
import java.util.Objects;

/** Who is at fault, how sure we are, and the evidence that was used (vectors/origin.csv). */
public record OriginVerdict(Fault fault, Confidence confidence, List<Reason> evidence) {
  public enum Fault {
    NORMAL,
    PROVIDER,
    EXTERNAL,
    PROVIDER_OR_EXTERNAL,
    NETWORK_BETWEEN,
    PROVIDER_SIGNALLING,
    OUR_LINK_TO_PROVIDER,
    OUR_NETWORK
  }

  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW
  }

  public OriginVerdict {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(confidence);
    evidence = List.copyOf(evidence);
  }
}
