package iris.agent.book;

import iris.agent.book.Cause.Sure;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the evidence of the moment says, where it is bad enough for an incident. */
record Suspect(
    Severity severity, Origin origin, Optional<String> party, Sure sure, Instant since, List<Cause.Witness> witnesses) {

  Cause cause() {
    return Cause.found(sure, witnesses);
  }

  boolean worseThan(Severity other) {
    return severity.compareTo(other) < 0;
  }
}
