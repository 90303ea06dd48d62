package iris.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One transition of an incident as the profile publishes it: each has a guid of its own and the incident's id.
 *
 * @param sequence 1 for the opening, rising
 * @param party the party at fault, where one is named
 * @param since when it began; {@code until} when it ended, only with {@link State#CLOSED}
 * @param cause the author's words, may be empty
 */
public record IncidentStep(
    String id,
    String service,
    int sequence,
    State state,
    Severity severity,
    Origin origin,
    Optional<String> party,
    Instant since,
    Optional<Instant> until,
    String cause)
    implements Body {

  /** Wire words: open, update, closed. */
  public enum State {
    OPEN,
    UPDATE,
    CLOSED
  }

  public IncidentStep {
    Objects.requireNonNull(service);
    Objects.requireNonNull(state);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(party);
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
    Objects.requireNonNull(cause);
    if (id.isBlank()) throw new IllegalArgumentException("an incident needs an id");
    if (sequence < 1) throw new IllegalArgumentException("a sequence starts at 1, not " + sequence);
    if (until.isPresent() && until.get().isBefore(since))
      throw new IllegalArgumentException("an incident ends after it starts: " + since + " " + until.get());
  }
}
