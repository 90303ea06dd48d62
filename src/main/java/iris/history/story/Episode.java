package iris.history.story;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict;
import iris.signal.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One time that an alarm stood, from its raise until nobody had to look at it any more.
 *
 * @param id {@code subject|KIND@index of the first bad window}, the same on every console
 * @param name of the service or feed, as it was called then
 * @param worst the highest priority it had
 * @param since start of the bad state; {@code raised} when it was told here
 * @param ended end of the bad state; {@code unsure} half the uncertainty of its length, plus or minus
 * @param closed when it left the list of alarms; empty: it stands there
 * @param origin the last verdict on it that blamed somebody
 * @param taken the first acknowledgement
 */
public record Episode(
    String id,
    AlarmKey alarm,
    String name,
    Priority worst,
    Instant since,
    Instant raised,
    Optional<Instant> ended,
    Optional<Duration> unsure,
    Optional<Instant> closed,
    Optional<OriginVerdict> origin,
    Optional<Taken> taken) {

  /** Who acknowledged, and when. */
  public record Taken(Instant at, String by) {
    public Taken {
      Objects.requireNonNull(at);
      Objects.requireNonNull(by);
    }
  }

  public Episode {
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(name);
    Objects.requireNonNull(worst);
    Objects.requireNonNull(since);
    Objects.requireNonNull(raised);
    Objects.requireNonNull(ended);
    Objects.requireNonNull(unsure);
    Objects.requireNonNull(closed);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(taken);
    if (id.isBlank()) throw new IllegalArgumentException("an episode has a name");
  }

  /** It stands in the list of alarms. */
  public boolean open() {
    return closed.isEmpty();
  }

  /** How long it was bad; empty while it is. */
  public Optional<Duration> lasted() {
    return ended.map(end -> Duration.between(since, end));
  }

  /** From the moment that it was told until somebody took it. */
  public Optional<Duration> untilTaken() {
    return taken.map(t -> Duration.between(raised, t.at()));
  }
}
