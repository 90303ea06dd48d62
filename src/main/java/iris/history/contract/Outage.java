package iris.history.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One time that the service was down, as far as it lies in the promised time.
 *
 * @param known seconds that were measured as down; {@code most} those of the whole time, what was not measured too
 * @param open it lasts to the end of what is known
 * @param unsure half the uncertainty of its length, plus or minus
 */
public record Outage(Instant since, Instant to, long known, long most, boolean open, Optional<Duration> unsure) {
  public Outage {
    Objects.requireNonNull(unsure);
    if (!since.isBefore(to)) throw new IllegalArgumentException("an outage ends after it starts: " + since + " " + to);
    if (known < 0 || most < known) throw new IllegalArgumentException(known + " of " + most + " s");
  }
}
